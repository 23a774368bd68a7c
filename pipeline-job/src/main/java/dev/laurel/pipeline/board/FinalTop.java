package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.List;

/**
 * What a board of a period that is over ended with. A state and wire type.
 *
 * @param revision 1 as the board closed; each later change makes the next
 * @param version rises with every revision and across restarts, below 2^53
 * @param publishedAt by the clock of the process that published it
 * @param asOf event time up to which the log had been read; null where that was not known
 * @param total players on the board
 * @param entries the top, in rank order: the entry at place i has rank i + 1. Their usernames count
 *     for nothing: a new name is no new standing
 */
public record FinalTop(
    Board board,
    int revision,
    long version,
    Instant publishedAt,
    Instant asOf,
    long total,
    List<Standing> entries) {

  /** Which of the two standings that are kept this is: {@code first} or {@code latest}. */
  public String edition() {
    return revision == 1 ? "first" : "latest";
  }

  boolean shows(long players, List<Standing> top) {
    return total == players && Standing.same(entries, top);
  }
}
