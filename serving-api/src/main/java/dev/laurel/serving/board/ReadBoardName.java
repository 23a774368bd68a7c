package dev.laurel.serving.board;

import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the words by which clients name a board. Each refuses with INVALID_PARAMETER. */
public final class ReadBoardName {

  private static final Pattern REGION = Pattern.compile("\\*|[A-Za-z0-9-]{2,10}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  private ReadBoardName() {}

  /** A region, or {@code *} for everyone. */
  public static String region(String text) {
    if (!REGION.matcher(text).matches()) {
      throw refused("region", text, "2 to 10 letters, digits and '-', or '*' for everyone");
    }
    return text;
  }

  /** A period. */
  public static Period period(String text) {
    return Period.named(text)
        .orElseThrow(() -> refused("period", text, "one of " + Period.names()));
  }

  /** The day, in UTC, of a date or of a time in RFC 3339. */
  static LocalDate day(String text) {
    return parse(text)
        .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY))
        .orElseThrow(
            () ->
                refused(
                    "at",
                    text,
                    "a date from %s to %s, or a time like %sT12:00:00Z"
                        .formatted(FIRST_DAY, LAST_DAY, LAST_DAY)));
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

  private static RefusedException refused(String name, String value, String expected) {
    return RefusedException.parameter(ErrorCode.INVALID_PARAMETER, name, value, expected);
  }
}
