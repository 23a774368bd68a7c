package dev.laurel.pipeline.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times as RFC 3339 writes them, with {@code Z} or an offset. */
final class Rfc3339 {
  static final String EXPECTED =
      "a time with an offset from 1970 to 2999, as in 2026-03-01T10:00:00.250Z or 2026-03-01T11:00:00+01:00";

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Rfc3339() {}

  /** The time, cut to the millisecond; empty if the text is anything else or out of range. */
  static Optional<Instant> read(String text) {
    try {
      Instant time = OffsetDateTime.parse(text, FORM).toInstant().truncatedTo(ChronoUnit.MILLIS);
      return time.isBefore(EARLIEST) || !time.isBefore(END) ? Optional.empty() : Optional.of(time);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
