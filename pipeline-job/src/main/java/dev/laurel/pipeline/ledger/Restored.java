package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.Share;
import java.util.List;

/**
 * What a task begins with.
 *
 * @param epoch which start this is: the checkpoint it begins with, {@link Share#FIRST_EPOCH} for
 *     none
 * @param closedUpTo watermark up to which periods are closed
 * @param oldestDay first day on which anybody scored
 * @param rebuilds whether closed boards are to be shared anew: other tasks hold the players now, or
 *     other boards are wanted
 * @param rebuildsAgain whether a start before this one died while it did so: it may have told of
 *     any closed board what nobody knows of
 * @param unshared boards on which players had moved that were not shared yet: those of all tasks,
 *     if other tasks held the players, since no rebuild comes to a board that all its players left
 */
record Restored(
    long epoch,
    long closedUpTo,
    long oldestDay,
    boolean rebuilds,
    boolean rebuildsAgain,
    List<Board> unshared) {

  /**
   * What follows from the notes that all tasks left behind; all of them come to the same. At
   * another parallelism some task may hold the same players as before, and shares them anew like
   * all: what was shared before counts no more.
   */
  static Restored from(
      List<TaskNote> notes, KeyGroups players, int parallelism, String plan, long epoch) {
    List<TaskNote> own = notes.stream().filter(note -> note.players().equals(players)).toList();
    boolean rebuilds =
        !notes.isEmpty()
            && (notes.size() != parallelism
                || notes.stream().anyMatch(note -> note.rebuilding() || !note.plan().equals(plan)));
    return new Restored(
        epoch,
        notes.stream().mapToLong(TaskNote::closedUpTo).min().orElse(Long.MIN_VALUE),
        notes.stream().mapToLong(TaskNote::oldestDay).min().orElse(Long.MAX_VALUE),
        rebuilds,
        notes.stream().anyMatch(TaskNote::rebuilding),
        (own.isEmpty() ? notes : own)
            .stream().flatMap(note -> note.unshared().stream()).distinct().toList());
  }
}
