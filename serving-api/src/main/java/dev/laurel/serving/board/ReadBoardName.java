package dev.laurel.serving.board;

import dev.laurel.serving.web.Parameter;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads the words by which clients name a board. Each refuses with INVALID_PARAMETER. */
public final class ReadBoardName {

  private static final Pattern REGION = Pattern.compile("\\*|[A-Za-z0-9-]{2,10}");

  private ReadBoardName() {}

  /** A region, or {@code *} for everyone. */
  public static String region(String text) {
    if (!REGION.matcher(text).matches()) {
      throw Parameter.refused(
          "region", text, "2 to 10 letters, digits and '-', or '*' for everyone");
    }
    return text;
  }

  /** A period. */
  public static Period period(String text) {
    return Period.named(text)
        .orElseThrow(() -> Parameter.refused("period", text, "one of " + Period.names()));
  }

  /** The day, in UTC, of a date or of a time in RFC 3339. */
  static LocalDate day(String text) {
    return Parameter.day("at", text);
  }
}
