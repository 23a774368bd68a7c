package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.serving.web.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBoardNameTest {

  @ParameterizedTest
  @CsvSource({
    "1970-01-01, 1970-01-01",
    "2999-12-31, 2999-12-31",
    "2028-02-29, 2028-02-29",
    "2026-03-01T23:59:59.999Z, 2026-03-01",
    "2026-03-02T01:30:00+02:00, 2026-03-01",
    "2026-03-01T23:30:00-01:00, 2026-03-02",
  })
  void findsTheDayOfADateOrATime(String text, String day) {
    assertThat(ReadBoardName.day(text)).hasToString(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-3-1",
        "2026-02-29",
        "26-03-01",
        "2026-03-01T10:00:00",
        "2026-W10",
        "1969-12-31",
        "1970-01-01T00:30:00+01:00",
        "3000-01-01",
        "+12026-01-01"
      })
  void refusesWhatIsNoDay(String text) {
    assertThatThrownBy(() -> ReadBoardName.day(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("at is '" + text + "', expected a date from 1970-01-01");
  }

  @Test
  void refusesWithFieldValueAndWhatIsExpected() {
    assertThatThrownBy(() -> ReadBoardName.period("yearly"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal ->
                assertThat(refusal.details())
                    .isEqualTo(
                        Map.of(
                            "parameter", "period",
                            "value", "yearly",
                            "expected", "one of all-time, daily, weekly, monthly")));
    assertThatThrownBy(() -> ReadBoardName.region("EU\n"))
        .hasMessageContaining("2 to 10 letters, digits and '-'");
    assertThat(ReadBoardName.region("*")).isEqualTo("*");
    assertThat(ReadBoardName.region("EU-WEST-01")).isEqualTo("EU-WEST-01");
  }
}
