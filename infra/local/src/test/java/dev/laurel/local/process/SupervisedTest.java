package dev.laurel.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.laurel.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: a shell that sleeps. */
final class SupervisedTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void prepare() throws IOException {
    home = Home.at(folder);
    home.prepare();
  }

  @Test
  void aKilledProcessIsStartedAgainAndItsFileNamesTheNewOne() throws Exception {
    Supervised sleeper = new Supervised(new Shell("exec sleep 600"), home, line -> {});
    sleeper.start();
    long first = pid();

    Signal.KILL.send(first);

    await().atMost(SOON).until(() -> pid() != first && ProcessTable.isAlive(pid()));
    sleeper.stop(SOON);
  }

  @Test
  void aStoppedProcessStaysDeadAndLeavesNoFile() throws Exception {
    Supervised sleeper = new Supervised(new Shell("exec sleep 600"), home, line -> {});
    sleeper.start();
    long pid = pid();

    sleeper.stop(SOON);

    assertThat(ProcessTable.isAlive(pid)).isFalse();
    assertThat(home.pidFile("shell")).doesNotExist();
  }

  @Test
  void aProcessThatIgnoresTheSignalIsKilled() throws Exception {
    Supervised stubborn =
        new Supervised(
            new Shell("trap '' TERM; echo deaf; while :; do sleep 1; done"), home, line -> {});
    stubborn.start();
    long pid = pid();
    await().atMost(SOON).until(() -> Files.readString(home.log("shell")).contains("deaf"));

    stubborn.stop(Duration.ofMillis(200));

    assertThat(ProcessTable.isAlive(pid)).isFalse();
  }

  @Test
  void aProcessThatKeepsDyingFailsTheStartWithTheEndOfItsLog() throws Exception {
    Supervised broken = new Supervised(new Shell("echo no such option; exit 7"), home, line -> {});
    broken.start();

    assertThatThrownBy(() -> broken.awaitAnswer(SOON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shell has died")
        .hasMessageContaining("no such option");
    broken.stop(SOON);
  }

  @Test
  void whatAKilledSupervisorLeftIsFoundByItsMarkAndStopped() throws Exception {
    Process left = new ProcessBuilder("bash", "-c", "sleep 600; true", home.mark()).start();
    Process stranger =
        new ProcessBuilder("bash", "-c", "sleep 600; true", home.mark() + "-2").start();
    await().atMost(SOON).until(() -> ProcessTable.arguments(left.pid()).contains(home.mark()));

    int stopped = new Leftovers(home).stop();

    assertThat(stopped).isEqualTo(1);
    assertThat(left.isAlive()).isFalse();
    assertThat(stranger.isAlive()).isTrue();
    stranger.descendants().forEach(ProcessHandle::destroyForcibly);
    stranger.destroyForcibly().waitFor();
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(home.pidFile("shell")).strip());
  }

  private record Shell(String script) implements Part {

    @Override
    public String name() {
      return "shell";
    }

    @Override
    public List<String> command() {
      return List.of("bash", "-c", script);
    }

    @Override
    public boolean answers() {
      return false;
    }
  }
}
