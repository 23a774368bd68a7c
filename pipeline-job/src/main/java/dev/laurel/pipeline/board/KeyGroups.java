package dev.laurel.pipeline.board;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The players of one task, by the key groups that it holds: what a share of a board is a share of.
 * At one parallelism the ranges of all tasks are disjoint and cover everything.
 *
 * @param first the first group
 * @param last the last group
 * @param all how many groups there are in all tasks
 */
public record KeyGroups(int first, int last, int all) {

  /** The groups of a task. */
  public static KeyGroups of(int subtask, int parallelism, int all) {
    var range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(all, parallelism, subtask);
    return new KeyGroups(range.getStartKeyGroup(), range.getEndKeyGroup(), all);
  }

  int count() {
    return last - first + 1;
  }
}
