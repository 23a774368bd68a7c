package dev.laurel.pipeline.proof;

import java.time.LocalDate;
import java.util.List;

/**
 * One period: all time, or one day, ISO week or calendar month in UTC.
 *
 * @param period {@code all-time}, {@code daily}, {@code weekly} or {@code monthly}
 * @param firstDay 1970-01-01 for all time
 * @param end the first millisecond behind it
 */
public record Span(String period, LocalDate firstDay, long end) {
  public static final List<String> PERIODS = List.of("all-time", "daily", "weekly", "monthly");

  private static final long DAY = 86_400_000;
  private static final long A_MONDAY = 4;

  /** The one of its kind that holds that time, in milliseconds since 1970. */
  static Span holding(long time, String period) {
    long day = Math.floorDiv(time, DAY);
    return switch (period) {
      case "daily" -> of(period, day, day + 1);
      case "weekly" -> {
        long monday = day - Math.floorMod(day - A_MONDAY, 7);
        yield of(period, monday, monday + 7);
      }
      case "monthly" -> {
        LocalDate first = LocalDate.ofEpochDay(day).withDayOfMonth(1);
        yield of(period, first.toEpochDay(), first.plusMonths(1).toEpochDay());
      }
      default -> new Span(period, LocalDate.ofEpochDay(0), Long.MAX_VALUE);
    };
  }

  private static Span of(String period, long firstDay, long dayBehind) {
    return new Span(period, LocalDate.ofEpochDay(firstDay), dayBehind * DAY);
  }

  /** Whether a watermark is far enough behind its end that it is closed. */
  public boolean isClosedAt(long watermark) {
    return end != Long.MAX_VALUE && watermark >= end + 3_600_000;
  }
}
