package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
    "2026-03-01t10:00:00.2509z, 2026-03-01T10:00:00.250Z",
    "2026-03-01T10:00:05.25+01:00, 2026-03-01T09:00:05.250Z",
    "2026-03-01T00:30:00-23:59, 2026-03-02T00:29:00Z",
    "2024-02-29T23:59:59.999999Z, 2024-02-29T23:59:59.999Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999Z",
    "2017-01-01T00:59:60.5+01:00, 2016-12-31T23:59:59.999Z",
    "2999-12-31T23:59:59.999Z, 2999-12-31T23:59:59.999Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
  })
  void timesAreCutToTheMillisecondInUtc(String text, Instant time) {
    assertThat(Moments.read(text)).hasValue(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T10:00:00",
        "2026-03-01 10:00:00Z",
        "2026-02-29T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T10:00Z",
        "2026-03-01T10:00:00+24:00",
        "2016-12-30T23:59:60Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:30:00+01:00",
        "3000-01-01T00:00:00Z",
        ""
      })
  void otherTextsAreNoTimes(String text) {
    assertThat(Moments.read(text)).isEmpty();
  }
}
