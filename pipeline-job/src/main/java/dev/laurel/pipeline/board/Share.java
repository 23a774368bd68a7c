package dev.laurel.pipeline.board;

import dev.laurel.pipeline.bytes.SharedTexts;
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
 * @param come the places of these in the top as it is now, rising from 0; none of a whole share,
 *     whose entries are all there are
 * @param gone the places, rising from 0, of those that are no more in the top as it was shared
 *     before
 */
public record Share(
    Board board,
    KeyGroups players,
    long epoch,
    Kind kind,
    boolean whole,
    long total,
    List<Standing> entries,
    List<Integer> come,
    List<Integer> gone) {
  /** The epoch of the start that begins with nothing; others have their checkpoint's number. */
  public static final long FIRST_EPOCH = -1;

  /** The whole of what a task contributes to a board. */
  static Share whole(
      Board board, KeyGroups players, long epoch, Kind kind, long total, List<Standing> entries) {
    return new Share(board, players, epoch, kind, true, total, entries, List.of(), List.of());
  }

  /** That nothing has changed of an open board but its total. */
  static Share total(Board board, KeyGroups players, long epoch, long total) {
    return new Share(
        board, players, epoch, Kind.OPEN, false, total, List.of(), List.of(), List.of());
  }

  /** That something of no board is complete. */
  static Share mark(Board lead, KeyGroups players, long epoch, Kind kind, boolean anew) {
    return new Share(lead, players, epoch, kind, anew, 0, List.of(), List.of(), List.of());
  }

  /** Whether the top is another than before, and not only the total. */
  boolean changesTop() {
    return whole || !come.isEmpty() || !gone.isEmpty();
  }

  /** The same, holding texts that others hold too. */
  Share with(SharedTexts texts) {
    List<Standing> sharing = entries.stream().map(standing -> standing.with(texts)).toList();
    return new Share(board, players, epoch, kind, whole, total, sharing, come, gone);
  }

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
