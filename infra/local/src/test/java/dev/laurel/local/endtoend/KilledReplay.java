package dev.laurel.local.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * A replay of which the TaskManager, killed with SIGKILL at random moments, books the first half in
 * several starts.
 *
 * @param eventsASecond the pace of the replay
 */
record KilledReplay(Stack stack, Random chance, int eventsASecond) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Sends a file of so many lines; returns when all are sent and every kill has been survived. */
  void send(Path file, int lines, int kills) {
    long start = Database.of(stack).accepted();
    CompletableFuture<String> replay =
        CompletableFuture.supplyAsync(
            () -> stack.laurel("replay", "--rate", "" + eventsASecond, file.toString()));
    for (int kill = 0; kill < kills; kill++) {
      long part = lines / 2L / kills;
      long moment = start + part * kill + chance.nextLong(part);
      await("the replay is under way")
          .atMost(PATIENCE.plusSeconds(2L * lines / eventsASecond))
          .until(() -> Database.of(stack).accepted() >= moment);
      kill(moment);
    }
    replay.join();
  }

  private void kill(long moment) {
    long killed = stack.pid("taskmanager");
    stack.kill("taskmanager");
    System.out.printf("the TaskManager is killed behind %d events%n", moment);
    await("the TaskManager is started again")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> stack.pid("taskmanager") != killed && stack.isReady());
  }
}
