package dev.laurel.local.verify;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them, from 1970 to 2999 UTC, cut to the millisecond. A leap second,
 * which only the last minute of a month has, is taken as the last millisecond of that minute.
 */
final class Moments {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}:)(\\d{2})(?:\\.(\\d+))?"
              + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");
  private static final long END = 32_503_680_000_000L;

  private Moments() {}

  /** Milliseconds since 1970; empty if the text is no such time. */
  static OptionalLong read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    try {
      return inRange(parts);
    } catch (DateTimeException noSuchTime) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong inRange(Matcher parts) {
    boolean leaps = parts.group(3).equals("60");
    String second = leaps ? "59" : parts.group(3);
    long minute =
        LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + second)
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
    long at = minute - offset(parts) + (leaps ? 999 : fraction(parts));
    boolean known = at >= 0 && at < END && (!leaps || beginsAMonth(at + 1));
    return known ? OptionalLong.of(at) : OptionalLong.empty();
  }

  private static boolean beginsAMonth(long at) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(at / 1000, 0, ZoneOffset.UTC);
    return at % Span.DAY_MILLIS == 0 && time.getDayOfMonth() == 1;
  }

  private static long offset(Matcher parts) {
    if (parts.group(5) == null) {
      return 0;
    }
    long minutes = 60L * Integer.parseInt(parts.group(6)) + Integer.parseInt(parts.group(7));
    return (parts.group(5).equals("-") ? -minutes : minutes) * 60_000;
  }

  private static long fraction(Matcher parts) {
    String digits = parts.group(4);
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }
}
