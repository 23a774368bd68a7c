package dev.laurel.local.process;

import java.io.IOException;

/** A signal of the operating system. */
public enum Signal {
  TERM,
  INT,
  KILL;

  /** Sends this signal to a process; one that is gone already is no error. */
  public void send(long pid) throws IOException, InterruptedException {
    new ProcessBuilder("bash", "-c", "kill -%s %d".formatted(name(), pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
