package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.minute;
import static dev.laurel.pipeline.suspicion.Deeds.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualTest {
  @Test
  void nothingIsUsualBeforeTheFirstMinute() {
    assertThat(Usual.NOTHING.greatest()).isEqualTo(Pace.NONE);
    assertThat(Usual.NOTHING.minutes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "100, 127",
    "127, 127",
    "128, 255",
    "9223372036854775807, 9223372036854775807"
  })
  void paceIsRoundedUpToAPowerOfTwoLessOne(long points, long usual) {
    Usual all = Usual.NOTHING.with(new GameMinute("chess", 0, 0, minutes(0, 5, points, 5)));

    assertThat(all.greatest()).isEqualTo(new Pace(usual, 7));
    assertThat(all.minutes()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"98, 255", "99, 0", "1000, 0"})
  void oneMinuteInAHundredMayBeAboveWhatIsUsual(int ordinary, long usual) {
    Usual all =
        Usual.NOTHING.with(new GameMinute("chess", 0, ordinary, List.of(minute(0, "ada", 200, 0))));

    assertThat(all.greatest().points()).isEqualTo(usual);
  }

  @Test
  void whatWasIsNotChangedByWhatComes() {
    Usual before = Usual.NOTHING.with(new GameMinute("chess", 0, 0, minutes(0, 5, 100, 5)));

    before.with(new GameMinute("chess", 0, 0, minutes(0, 500, 100_000, 500)));

    assertThat(before.greatest()).isEqualTo(new Pace(127, 7));
    assertThat(Usual.NOTHING.greatest()).isEqualTo(Pace.NONE);
  }

  @Test
  void aPaceBeyondAllNumbersIsTheGreatestOne() {
    assertThat(new Pace(Long.MAX_VALUE / 2, 3).times(3)).isEqualTo(new Pace(Long.MAX_VALUE, 9));
  }
}
