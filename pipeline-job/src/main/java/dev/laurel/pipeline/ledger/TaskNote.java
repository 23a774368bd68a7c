package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import java.util.List;

/**
 * What a task of the ledger has to know of the time before a restart. A state type, one a task.
 *
 * @param players of the task
 * @param plan the boards there were, in one line
 * @param closedUpTo watermark up to which periods were closed
 * @param oldestDay first day on which anybody scored, in days since 1970-01-01
 * @param rebuilding whether closed boards were still to be shared anew
 * @param unshared boards on which players had moved that were not shared yet
 */
public record TaskNote(
    KeyGroups players,
    String plan,
    long closedUpTo,
    long oldestDay,
    boolean rebuilding,
    List<Board> unshared) {}
