package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final long YEAR_2999 = 375_866;

  @ParameterizedTest(name = "{1} holds {0}: from {2} to {3}")
  @CsvSource({
    "2024-02-29, DAILY,   2024-02-29, 2024-03-01",
    "2024-02-29, MONTHLY, 2024-02-01, 2024-03-01",
    "2023-02-28, MONTHLY, 2023-02-01, 2023-03-01",
    "2024-02-29, WEEKLY,  2024-02-26, 2024-03-04",
    "2025-12-31, DAILY,   2025-12-31, 2026-01-01",
    "2025-12-31, MONTHLY, 2025-12-01, 2026-01-01",
    "2024-12-31, WEEKLY,  2024-12-30, 2025-01-06",
    "2021-01-03, WEEKLY,  2020-12-28, 2021-01-04",
    "2021-01-04, WEEKLY,  2021-01-04, 2021-01-11",
    "1970-01-01, WEEKLY,  1969-12-29, 1970-01-05"
  })
  void beginsAndEndsByTheCalendar(LocalDate day, Period period, LocalDate first, LocalDate end) {
    assertThat(LocalDate.ofEpochDay(period.firstDay(day.toEpochDay()))).isEqualTo(first);
    assertThat(LocalDate.ofEpochDay(period.endDay(first.toEpochDay()))).isEqualTo(end);
  }

  @Property
  void aWeekIsAnIsoWeek(@ForAll @LongRange(max = YEAR_2999) long day) {
    LocalDate first = LocalDate.ofEpochDay(Period.WEEKLY.firstDay(day));
    LocalDate date = LocalDate.ofEpochDay(day);

    assertThat(first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        .isEqualTo(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    assertThat(first.getDayOfWeek().getValue()).isEqualTo(1);
    assertThat(day - first.toEpochDay()).isBetween(0L, 6L);
  }

  @Property
  void aDayLiesInItsPeriodAndBehindTheFirstDayOfAll(
      @ForAll Period period, @ForAll @LongRange(max = YEAR_2999) long day) {
    long first = period.firstDay(day);

    assertThat(first).isLessThanOrEqualTo(day);
    assertThat(period.endDay(first)).isGreaterThan(day);
    assertThat(period.firstDay(first)).isEqualTo(first);
    assertThat(period == Period.ALL_TIME || first >= Period.firstDayOfAll(day)).isTrue();
  }

  @Test
  void isClosedAnHourAfterItsEnd() {
    long day = day("2024-02-29");

    assertThat(Period.DAILY.closesAt(day)).isEqualTo(millis("2024-03-01T01:00:00Z"));
    assertThat(Period.WEEKLY.closesAt(day("2024-02-26"))).isEqualTo(millis("2024-03-04T01:00:00Z"));
    assertThat(Period.MONTHLY.closesAt(day("2024-02-01")))
        .isEqualTo(millis("2024-03-01T01:00:00Z"));
    assertThat(Period.ALL_TIME.closesAt(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void daysAndWeeksAreForgottenAfter400DaysAndMonthsNever() {
    assertThat(Period.DAILY.forgottenAt(day("2024-02-29")))
        .isEqualTo(millis("2025-04-05T00:00:00Z"));
    assertThat(Period.WEEKLY.forgottenAt(day("2024-02-26")))
        .isEqualTo(millis("2025-04-08T00:00:00Z"));
    assertThat(Period.MONTHLY.forgottenAt(day("2024-02-01"))).isEqualTo(Long.MAX_VALUE);
    assertThat(Period.ALL_TIME.forgottenAt(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Property
  void whatLiesBeforeTheKeptDaysIsForgotten(
      @ForAll @LongRange(min = 1, max = YEAR_2999 * 86_400_000) long watermark,
      @ForAll @LongRange(min = 0, max = 900) long daysBack) {
    long day = Period.dayOf(watermark) - daysBack;
    for (Period period : new Period[] {Period.DAILY, Period.WEEKLY}) {
      boolean isKept = period.forgottenAt(period.firstDay(day)) > watermark;
      assertThat(isKept && period.firstDay(day) < Period.keptFrom(watermark)).isFalse();
    }
  }

  @Test
  void nothingIsForgottenBeforeTheFirstWatermark() {
    assertThat(Period.keptFrom(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  private static long millis(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
