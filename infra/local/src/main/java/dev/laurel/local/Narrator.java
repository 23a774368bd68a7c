package dev.laurel.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells the person who started the stack what happens, each line with the seconds since the start.
 */
final class Narrator {

  private final PrintStream out;
  private final long startedAt = System.nanoTime();

  Narrator(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", sinceStart().toMillis() / 1000.0, line));
    out.flush();
  }

  /** A line without the time. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
