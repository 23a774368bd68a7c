package dev.laurel.serving.web;

import io.helidon.common.uri.UriQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads single parameters of a query. One that is given twice is read as both with a comma between
 * them, which nothing takes.
 */
public final class Parameter {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,10}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  private Parameter() {}

  /** The parameter as it is given. */
  public static Optional<String> text(UriQuery query, String name) {
    return query.contains(name) ? Optional.of(String.join(",", query.all(name))) : Optional.empty();
  }

  /**
   * The parameter as what it names.
   *
   * @throws RefusedException INVALID_PARAMETER if it is given and names nothing
   */
  public static <T> Optional<T> named(
      UriQuery query, String name, Function<String, Optional<T>> meaning, String expected) {
    return text(query, name)
        .map(value -> meaning.apply(value).orElseThrow(() -> refused(name, value, expected)));
  }

  /**
   * A whole number.
   *
   * @throws RefusedException with this code if it is given and not a whole number in its range
   */
  public static OptionalInt whole(
      UriQuery query, String name, int least, int greatest, ErrorCode code) {
    Optional<String> given = text(query, name);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    String value = given.get();
    if (WHOLE.matcher(value).matches()) {
      long number = Long.parseLong(value);
      if (number >= least && number <= greatest) {
        return OptionalInt.of((int) number);
      }
    }
    throw RefusedException.parameter(
        code, name, value, "a whole number from %d to %d".formatted(least, greatest));
  }

  /**
   * The day, in UTC, of a date or of a time in RFC 3339.
   *
   * @throws RefusedException INVALID_PARAMETER if it is neither
   */
  public static LocalDate day(String name, String value) {
    return parse(value)
        .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY))
        .orElseThrow(
            () ->
                refused(
                    name,
                    value,
                    "a date from %s to %s, or a time like %sT12:00:00Z"
                        .formatted(FIRST_DAY, LAST_DAY, LAST_DAY)));
  }

  /** What a parameter that is not understood becomes. */
  public static RefusedException refused(String name, String value, String expected) {
    return RefusedException.parameter(ErrorCode.INVALID_PARAMETER, name, value, expected);
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(
          DAY.matcher(text).matches()
              ? LocalDate.parse(text)
              : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
