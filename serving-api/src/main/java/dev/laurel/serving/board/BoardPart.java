package dev.laurel.serving.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Entries of a board and what is said of the board beside them, all from one snapshot.
 *
 * @param entries in rank order
 * @param total players on the board
 * @param version of the snapshot; 0 for a board that was never published
 * @param publishedAt when that version was published
 * @param asOf event time up to which the board is complete
 * @param revision of the final standing; empty as long as the board is not closed
 */
public record BoardPart(
    List<Ranked> entries,
    long total,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf,
    Optional<Integer> revision) {

  /** The entry of a player, if it is among them. */
  public Optional<Ranked> of(String playerId) {
    return entries.stream().filter(each -> each.entry().playerId().equals(playerId)).findFirst();
  }

  /** How many stand before the first of the entries; all, if there are none. */
  long before() {
    return entries.isEmpty() ? total : entries.getFirst().rank() - 1;
  }

  /** Whether somebody stands behind the last of the entries. */
  boolean hasMore() {
    return !entries.isEmpty() && entries.getLast().rank() < total;
  }
}
