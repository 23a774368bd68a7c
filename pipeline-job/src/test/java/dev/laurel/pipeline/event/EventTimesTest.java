package dev.laurel.pipeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
  private static final Instant FAR_AHEAD = Instant.parse("3000-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z,                       2026-03-01T10:00:00Z",
    "2026-03-01t10:00:00z,                       2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00+00:00,                  2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00-00:00,                  2026-03-01T10:00:00Z",
    "2026-03-01T11:30:00+01:30,                  2026-03-01T10:00:00Z",
    "2026-02-28T22:00:00-12:00,                  2026-03-01T10:00:00Z",
    "2026-03-02T09:59:00+23:59,                  2026-03-01T10:00:00Z",
    "2026-02-28T10:01:00-23:59,                  2026-03-01T10:00:00Z",
    "2024-02-29T00:00:00Z,                       2024-02-29T00:00:00Z",
    "2026-03-01T10:00:00.2Z,                     2026-03-01T10:00:00.200Z",
    "2026-03-01T10:00:00.25Z,                    2026-03-01T10:00:00.250Z",
    "2026-03-01T10:00:00.2509Z,                  2026-03-01T10:00:00.250Z",
    "2026-03-01T10:00:00.999999999Z,             2026-03-01T10:00:00.999Z",
    "2026-03-01T10:00:00.000999999999999999999Z, 2026-03-01T10:00:00Z",
    "2026-03-01T11:00:00.5+01:00,                2026-03-01T10:00:00.500Z",
    "2016-12-31T23:59:60Z,                       2016-12-31T23:59:59.999Z",
    "2017-01-01T00:59:60.5+01:00,                2016-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00Z,                       1970-01-01T00:00:00Z",
    "1969-12-31T23:00:00-01:00,                  1970-01-01T00:00:00Z",
    "2999-12-31T23:59:59.9999Z,                  2999-12-31T23:59:59.999Z",
    "3000-01-01T00:59:59+01:00,                  2999-12-31T23:59:59Z"
  })
  void readsEverySpellingOfATime(String sent, Instant time) {
    EventSample sample = EventSample.unlock().text("occurredAt", sent).loggedAt(FAR_AHEAD);

    assertThat(sample.event().occurredAt()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-03-01",
        "2026-03-01T10:00:00",
        "2026-03-01T10:00Z",
        "2026-03-01 10:00:00Z",
        "2026-03-01T10:00:00.Z",
        "2026-03-01T10:00:00,5Z",
        "2026-03-01T10:00:00+01",
        "2026-03-01T10:00:00+0100",
        "2026-03-01T10:00:00+24:00",
        "2026-03-01T10:00:00+01:60",
        "2026-03-01T10:00:00\u221201:00",
        "2026-03-01T10:00:00[UTC]",
        "2026-03-01T10:00:00Z ",
        " 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00Z\\n",
        "2026-3-1T10:00:00Z",
        "26-03-01T10:00:00Z",
        "+2026-03-01T10:00:00Z",
        "12026-03-01T10:00:00Z",
        "2026-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-03-00T10:00:00Z",
        "2026-03-32T10:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T10:60:00Z",
        "2026-03-01T10:00:60Z",
        "2016-12-30T23:59:60Z",
        "2016-12-31T23:59:60+01:00",
        "2026-03-01T10:00:61Z",
        "\u0662\u0660\u0662\u0666-03-01T10:00:00Z",
        "1772359200000",
        "1969-12-31T23:59:59.999Z",
        "1970-01-01T00:00:00+00:01",
        "3000-01-01T00:00:00Z",
        "2999-12-31T23:59:59-00:01",
        "9999-12-31T23:59:59Z"
      })
  void refusesWhatIsNoTimeFrom1970To2999(String sent) {
    Refusal refusal = EventSample.unlock().text("occurredAt", sent).loggedAt(FAR_AHEAD).refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.message())
        .startsWith("occurredAt is '" + sent.replace("\\n", "\\u000a") + "', expected a time");
  }

  @Test
  void refusesANumberForATime() {
    Refusal refusal = EventSample.unlock().with("occurredAt", "1772359200000").refusal();

    assertThat(refusal.message()).startsWith("occurredAt is 1772359200000, expected a time");
  }
}
