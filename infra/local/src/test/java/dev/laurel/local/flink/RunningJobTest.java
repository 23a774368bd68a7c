package dev.laurel.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningJobTest {

  @ParameterizedTest
  @ValueSource(strings = {"CREATED", "INITIALIZING", "RUNNING", "RESTARTING", "FAILING"})
  void aJobThatRunsStartsOrRecoversIsLive(String state) {
    assertThat(job("laurel", state, 3).isLive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELLING", "CANCELED", "FINISHED", "SUSPENDED"})
  void aJobThatHasEndedIsNot(String state) {
    assertThat(job("laurel", state, 3).isLive()).isFalse();
  }

  @Test
  void anotherJobIsNotOurs() {
    assertThat(job("word count", "RUNNING", 3).isLive()).isFalse();
  }

  @Test
  void aJobRunsOnceAllItsTasksDo() {
    assertThat(job("laurel", "RUNNING", 2).isRunning()).isFalse();
    assertThat(job("laurel", "RUNNING", 3).isRunning()).isTrue();
  }

  private static RunningJob job(String name, String state, int runningTasks) {
    return new RunningJob("1", name, state, 0, 3, runningTasks);
  }
}
