package dev.laurel.serving.player;

import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last days, today among them, of which a trend tells.
 *
 * @param days how many, 1 to 400: for so long days are kept
 */
record Timeframe(int days) {

  private static final int GREATEST = 400;
  private static final Timeframe A_WEEK = new Timeframe(7);
  private static final Pattern FORM = Pattern.compile("(\\d{1,3})d");

  /** Reads {@code timeframe}, a week if it is not given. */
  static Timeframe of(UriQuery query) {
    return Parameter.named(
            query,
            "timeframe",
            Timeframe::parse,
            "a number of days from 1d to %dd, like 7d".formatted(GREATEST))
        .orElse(A_WEEK);
  }

  private static Optional<Timeframe> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Timeframe(Integer.parseInt(form.group(1))))
            .filter(frame -> frame.days >= 1 && frame.days <= GREATEST)
        : Optional.empty();
  }
}
