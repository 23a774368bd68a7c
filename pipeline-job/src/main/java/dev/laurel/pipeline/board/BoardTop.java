package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The top of a board as it was published. A state and wire type.
 *
 * @param version rises with every publication, below 2^53
 * @param publishedAt by the clock of the process that published it
 * @param asOf event time up to which the board is complete; null before the first watermark
 * @param total players on the board
 * @param entries the top, in rank order: the entry at place i has rank i + 1
 */
public record BoardTop(
    Board board,
    long version,
    Instant publishedAt,
    Instant asOf,
    long total,
    List<Standing> entries) {

  /** Event time up to which the board is complete. */
  public Optional<Instant> completeUpTo() {
    return Optional.ofNullable(asOf);
  }

  boolean shows(long players, List<Standing> top) {
    return total == players && Standing.same(entries, top);
  }
}
