package dev.laurel.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PaceTest {

  @Test
  void recordsAreSpreadEvenlyOverEachSecond() {
    Pace pace = new Pace(OptionalInt.of(4));

    assertThat(pace.due(0)).isEqualTo(Duration.ZERO);
    assertThat(pace.due(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(pace.due(4)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aLongReplayDoesNotOverflow() {
    assertThat(new Pace(OptionalInt.of(1000)).due(9_000_000_000_000L))
        .isEqualTo(Duration.ofHours(2_500_000));
  }

  @Test
  void withoutARateEverythingIsDueAtOnce() {
    assertThat(new Pace(OptionalInt.empty()).due(1_000_000)).isEqualTo(Duration.ZERO);
  }

  @Test
  void theBarShowsHowMuchOfTheFilesIsRead() {
    assertThat(Progress.bar(50, 100, 1_000, 2.0))
        .isEqualTo("[" + "#".repeat(15) + " ".repeat(15) + "]  50 %  1,000 records  500 a second");
  }
}
