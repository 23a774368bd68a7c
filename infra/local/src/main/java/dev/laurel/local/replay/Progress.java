package dev.laurel.local.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a replay is: a bar that redraws itself on a terminal, else a line every few
 * seconds.
 */
final class Progress {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final long totalBytes;
  private final long startedAt = System.nanoTime();
  private long shownAt = startedAt;

  Progress(PrintStream out, boolean terminal, long totalBytes) {
    this.out = out;
    this.terminal = terminal;
    this.totalBytes = totalBytes;
  }

  /** Shows the state if enough time has passed since it was shown last. */
  void at(long bytes, long records) {
    long now = System.nanoTime();
    Duration every = terminal ? Duration.ofMillis(100) : Duration.ofSeconds(5);
    if (now - shownAt >= every.toNanos()) {
      shownAt = now;
      show(bytes, records);
    }
  }

  /** Shows the end. */
  void end(long records) {
    if (terminal) {
      show(totalBytes, records);
      out.println();
    }
  }

  /** The sentence that sums a replay up. */
  String summary(long records) {
    double seconds = seconds();
    return String.format(
        Locale.ROOT,
        "%,d records sent in %.1f s (%,.0f a second)",
        records,
        seconds,
        records / seconds);
  }

  static String bar(long bytes, long totalBytes, long records, double seconds) {
    double part = totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
    int full = (int) (part * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d records  %,.0f a second",
        "#".repeat(full),
        " ".repeat(WIDTH - full),
        part * 100,
        records,
        seconds == 0 ? 0 : records / seconds);
  }

  private void show(long bytes, long records) {
    String bar = bar(bytes, totalBytes, records, seconds());
    if (terminal) {
      out.print("\r" + bar);
    } else {
      out.println(bar);
    }
    out.flush();
  }

  private double seconds() {
    return Math.max(1, System.nanoTime() - startedAt) / 1e9;
  }
}
