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
    long rank,
    String userId,
    String username,
    long score,
    Instant lastUpdated,
    Optional<String> region) {

  /** The first entries of a board. */
  public static List<RankedEntry> of(List<Entry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(place -> of(new Ranked(place + 1L, entries.get(place))))
        .toList();
  }

  /** The entries that were asked for. */
  public static List<RankedEntry> of(BoardPart part) {
    return part.entries().stream().map(RankedEntry::of).toList();
  }

  /** An entry where it stands. */
  public static RankedEntry of(Ranked ranked) {
    Entry entry = ranked.entry();
    return new RankedEntry(
        ranked.rank(),
        entry.playerId(),
        entry.username().orElse(entry.playerId()),
        entry.score(),
        entry.reachedAt(),
        entry.region());
  }
}
