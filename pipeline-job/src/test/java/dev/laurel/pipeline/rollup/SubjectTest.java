package dev.laurel.pipeline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectTest {
  /** Processes have to agree on the task that has a key. */
  @Test
  void hasTheSameHashCodeInEveryProcess() {
    assertThat(Subject.LOG.hashCode()).isEqualTo(72_639_107);
    assertThat(Subject.game("chess").hashCode()).isEqualTo(733_576_401);
    assertThat(Subject.achievement("chess", "win").hashCode()).isEqualTo(1_885_131_914);
  }

  @Test
  void thePlatformIsAllGamesTogether() {
    assertThat(Subject.game("global").isPlatform()).isTrue();
    assertThat(Subject.game("_none").isPlatform()).isFalse();
    assertThat(Subject.achievement("global", "win").isPlatform()).isFalse();
  }
}
