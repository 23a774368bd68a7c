package dev.laurel.local;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Things that happen at the same time, each told when it is done; the first that fails ends them
 * all.
 */
final class Steps implements AutoCloseable {

  /** One of them; it may wait for others. */
  interface Step {
    void run() throws Exception;
  }

  /** What one that was begun can be waited for by; fails as it failed. */
  interface Done {
    void await() throws Exception;
  }

  private final Narrator narrator;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorCompletionService<Void> done = new ExecutorCompletionService<>(threads);
  private int begun;

  Steps(Narrator narrator) {
    this.narrator = narrator;
  }

  /** Begins a step that is told as {@code outcome} when it is done. */
  Done begin(String outcome, Step step) {
    begun++;
    long since = System.nanoTime();
    Future<Void> end =
        done.submit(
            () -> {
              step.run();
              double seconds = (System.nanoTime() - since) / 1e9;
              narrator.say(String.format(Locale.ROOT, "%s (%.1f s)", outcome, seconds));
              return null;
            });
    return end::get;
  }

  /** Waits for every step that was begun. */
  void awaitAll() throws IOException, InterruptedException {
    for (int ended = 0; ended < begun; ended++) {
      try {
        done.take().get();
      } catch (ExecutionException failed) {
        throw reason(failed);
      }
    }
  }

  /** Interrupts what is not done. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private static IOException reason(ExecutionException failed) {
    Throwable cause = failed.getCause();
    while (cause instanceof ExecutionException nested) {
      cause = nested.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new IOException(message, cause);
  }
}
