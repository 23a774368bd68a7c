package dev.laurel.pipeline.board;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a task that merges leaves behind in a checkpoint. A state type.
 *
 * @param closedUpTo watermark up to which periods were closed
 * @param sharesSince the start since which shares of closed boards count: all had been shared anew
 * @param sweptSince the start for which the closed boards that nobody shared anew were looked for
 */
public record MergeNote(long closedUpTo, long sharesSince, long sweptSince) {
  private static final MergeNote NONE =
      new MergeNote(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);

  /** What all tasks had come to. */
  static MergeNote least(List<MergeNote> notes) {
    return notes.isEmpty()
        ? NONE
        : new MergeNote(
            least(notes, MergeNote::closedUpTo),
            least(notes, MergeNote::sharesSince),
            least(notes, MergeNote::sweptSince));
  }

  private static long least(List<MergeNote> notes, ToLongFunction<MergeNote> value) {
    return notes.stream().mapToLong(value).min().orElseThrow();
  }
}
