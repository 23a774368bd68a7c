package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.BoardPlan;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * How the ledger is kept.
 *
 * @param plan which boards there are
 * @param reserve standings held behind a task's top of a board
 * @param tick how often what changed is told
 * @param mostHeldScopes open scopes of books that fit on the heap of a task, 400 bytes each; about
 *     four times as many fit of those that were not asked for since they were saved
 * @param mostUnsavedBooks books on the heap that may differ from state: what a checkpoint writes
 * @param mostClosedStandings standings of closed boards that a task may hold on the heap, a board
 *     being as much as three
 * @param playersPerSlice players that a scan looks at before events go on
 * @param tells of which tables rows are told
 */
public record LedgerConfig(
    BoardPlan plan,
    int reserve,
    Duration tick,
    int mostHeldScopes,
    int mostUnsavedBooks,
    int mostClosedStandings,
    int playersPerSlice,
    Set<TableGroup> tells)
    implements Serializable {

  /** Whether rows of those tables are told. */
  public boolean tells(TableGroup group) {
    return tells.contains(group);
  }
}
