package dev.laurel.local.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One process of a stack, as it is started each time. */
public interface Part {

  /** Its name in process id files, logs and messages. */
  String name();

  /** Clears the way before each start, the first and every later one. */
  default void prepare() throws IOException, InterruptedException {}

  /** Program and arguments. */
  List<String> command() throws IOException;

  /** What its environment has beyond that of the supervisor. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Whether it does its work now. */
  boolean answers();

  /** The signal that asks it to stop without losing anything. */
  default Signal stopSignal() {
    return Signal.TERM;
  }
}
