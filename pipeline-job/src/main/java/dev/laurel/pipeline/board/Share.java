package dev.laurel.pipeline.board;

import java.util.List;

/**
 * What the players of one task contribute to a board: its total, and the best of them, as they
 * changed since the share before. A state and wire type.
 *
 * @param board the board; of a mark one that only leads it to a task
 * @param players whose share it is
 * @param epoch which start of the job it belongs to: open boards are shared anew after each
 * @param kind what is to be done with it
 * @param whole whether the entries are the whole share, not changes of it; of what is complete,
 *     whether every board was shared, not only those that changed
 * @param total players of this task on the board
 * @param entries standings that are new or changed, in rank order
 * @param left players who left this task's top
 */
public record Share(
    Board board,
    KeyGroups players,
    long epoch,
    Kind kind,
    boolean whole,
    long total,
    List<Standing> entries,
    List<String> left) {

  /** What a share is of. */
  public enum Kind {
    /** Of a board that is open: more may come at any time. */
    OPEN,
    /** Of a board whose period is closed and on which something changed, always whole. */
    CLOSED,
    /** Of a closed board as it was collected anew: nothing need have changed. Always whole. */
    CLOSED_AGAIN,
    /** Of no board: every open board has been shared since the start. */
    OPEN_COMPLETE,
    /** Of no board: every closed board has been shared that had to be since the start. */
    CLOSED_COMPLETE
  }
}
