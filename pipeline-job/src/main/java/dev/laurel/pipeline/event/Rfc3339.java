package dev.laurel.pipeline.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them: any number of digits behind the second, {@code Z} or an offset
 * below a day either way, letters in either case. A leap second, the 60th of the last UTC minute of
 * a month, counts as the last millisecond of its minute.
 */
final class Rfc3339 {
  static final String EXPECTED =
      "a time with an offset from 1970 to 2999, as in 2026-03-01T10:00:00.250Z or 2026-03-01T11:00:00+01:00";

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})"
              + "(?:\\.(\\d{1,3})\\d*)?(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
  private static final int LEAP_SECOND = 60;

  private Rfc3339() {}

  /** The time, cut to the millisecond; empty if the text is anything else or out of range. */
  static Optional<Instant> read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return time(parts).filter(time -> !time.isBefore(EARLIEST) && time.isBefore(END));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(Matcher parts) {
    int second = number(parts, 6);
    boolean leaps = second == LEAP_SECOND;
    Instant time =
        LocalDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4),
                number(parts, 5),
                leaps ? 59 : second)
            .toInstant(ZoneOffset.UTC)
            .minusSeconds(offsetSeconds(parts));
    return leaps
        ? Optional.of(time.plusMillis(999)).filter(Rfc3339::endsAMonth)
        : Optional.of(time.plusMillis(millis(parts)));
  }

  private static boolean endsAMonth(Instant time) {
    LocalDateTime next = LocalDateTime.ofInstant(time.plusMillis(1), ZoneOffset.UTC);
    return next.equals(next.toLocalDate().withDayOfMonth(1).atStartOfDay());
  }

  private static int offsetSeconds(Matcher parts) {
    if (parts.group(8) == null) {
      return 0;
    }
    int seconds = (number(parts, 9) * 60 + number(parts, 10)) * 60;
    return parts.group(8).equals("-") ? -seconds : seconds;
  }

  private static int millis(Matcher parts) {
    String digits = parts.group(7);
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
