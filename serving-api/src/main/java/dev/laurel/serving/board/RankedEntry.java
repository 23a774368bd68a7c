package dev.laurel.serving.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An entry as clients see it, everywhere the same.
 *
 * @param userId the playerId
 * @param username the playerId until a profile names the player
 * @param lastUpdated when the score was reached
 */
public record RankedEntry(
    int rank,
    String userId,
    String username,
    long score,
    Instant lastUpdated,
    Optional<String> region) {

  /** Entries that stand on a board without a gap, the first of them after {@code offset} others. */
  public static List<RankedEntry> of(List<Entry> entries, int offset) {
    return IntStream.range(0, entries.size())
        .mapToObj(place -> of(entries.get(place), offset + place + 1))
        .toList();
  }

  private static RankedEntry of(Entry entry, int rank) {
    return new RankedEntry(
        rank,
        entry.playerId(),
        entry.username().orElse(entry.playerId()),
        entry.score(),
        entry.reachedAt(),
        entry.region());
  }
}
