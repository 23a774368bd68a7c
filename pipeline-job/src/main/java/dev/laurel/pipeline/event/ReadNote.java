package dev.laurel.pipeline.event;

import java.util.List;

/**
 * What a task that reads the log leaves behind in a checkpoint. A state type; times are in
 * milliseconds since 1970.
 *
 * @param completeUpTo the greatest watermark it has handed on
 * @param greatest the greatest event time of what moves the watermark
 * @param isIdle whether it holds no others back, as none of its partitions has records
 */
public record ReadNote(long completeUpTo, long greatest, boolean isIdle) {
  /**
   * How far all tasks together had come: complete as far as the least of those that were not idle;
   * if all were, as far as the greatest.
   */
  static ReadNote of(List<ReadNote> notes) {
    long greatest = notes.stream().mapToLong(ReadNote::greatest).max().orElse(Long.MIN_VALUE);
    long ofAll = notes.stream().mapToLong(ReadNote::completeUpTo).max().orElse(Long.MIN_VALUE);
    long ofActive =
        notes.stream()
            .filter(note -> !note.isIdle())
            .mapToLong(ReadNote::completeUpTo)
            .min()
            .orElse(ofAll);
    return new ReadNote(ofActive, greatest, false);
  }
}
