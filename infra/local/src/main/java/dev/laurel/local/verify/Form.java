package dev.laurel.local.verify;

import dev.laurel.local.verify.StrictJson.Sort;
import dev.laurel.local.verify.StrictJson.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form that a field's value may have, and its one spelling: values that mean the same are equal.
 */
@FunctionalInterface
interface Form {
  long MOST_POINTS = 1_000_000_000;

  Form IDENTIFIER = matching("[A-Za-z0-9._:@-]{1,128}");
  Form GAME = matching("(?!(?:global|_none)$)[A-Za-z0-9._:@-]{1,128}");
  Form REGION = matching("[A-Za-z0-9-]{2,10}");
  Form POINTS = whole(-MOST_POINTS, MOST_POINTS);
  Form FLAG = value -> value.sort() == Sort.FLAG ? Optional.of(value.text()) : Optional.empty();

  /** A time, spelled in milliseconds since 1970. */
  Form MOMENT =
      value ->
          text(value)
              .map(Moments::read)
              .filter(time -> time.isPresent())
              .map(time -> Long.toString(time.getAsLong()));

  /** An object of at most 8 KiB, spelled as it was sent. */
  Form METADATA =
      value ->
          value.sort() == Sort.OBJECT && value.bytes() <= 8 * 1024 && value.storable()
              ? Optional.of(value.text())
              : Optional.empty();

  /** The value in its one spelling; empty if it has not this form. */
  Optional<String> spell(Value value);

  /** A text of 1 to so many code points. */
  static Form text(int longest) {
    return value ->
        text(value)
            .filter(text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= longest);
  }

  /** One of a few words. */
  static Form oneOf(String... words) {
    return value -> text(value).filter(List.of(words)::contains);
  }

  /** A whole number, however it is written: 150, 150.0 and 1.5e2 are the same. */
  static Form whole(long least, long most) {
    return value ->
        number(value).filter(number -> number >= least && number <= most).map(Object::toString);
  }

  private static Form matching(String pattern) {
    Pattern form = Pattern.compile(pattern);
    return value -> text(value).filter(text -> form.matcher(text).matches());
  }

  private static Optional<String> text(Value value) {
    return value.sort() == Sort.TEXT && value.storable()
        ? Optional.of(value.text())
        : Optional.empty();
  }

  private static Optional<Long> number(Value value) {
    if (value.sort() != Sort.NUMBER || value.text().length() > 1000) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.text()).longValueExact());
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return Optional.empty();
    }
  }
}
