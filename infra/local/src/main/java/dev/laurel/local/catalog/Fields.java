package dev.laurel.local.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, and what is wrong with them. Null is absent; lengths are in code
 * points.
 */
final class Fields {

  /** The most that anything is worth, either way. */
  static final long MOST_POINTS = 1_000_000_000L;

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");
  private static final Pattern TIME =
      Pattern.compile(
          "(19[7-9]\\d|2\\d{3})-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");

  private final JsonNode object;
  private final List<String> faults = new ArrayList<>();

  Fields(JsonNode object) {
    this.object = object;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void fault(String sentence) {
    faults.add(sentence);
  }

  boolean has(String field) {
    return object.hasNonNull(field);
  }

  boolean is(String field, String value) {
    return object.path(field).asText().equals(value);
  }

  /** The value of a field that is one of {@code allowed}; empty text where it is not. */
  String required(String field, String... allowed) {
    require(field, "one of " + String.join(", ", allowed), value -> isOneOf(value, allowed));
    return isOneOf(object.path(field), allowed) ? object.path(field).asText() : "";
  }

  void optional(String field, String... allowed) {
    allow(field, "one of " + String.join(", ", allowed), value -> isOneOf(value, allowed));
  }

  void requiredIdentifier(String field) {
    require(field, "1 to 128 letters, digits and ._:@-", Fields::isIdentifier);
  }

  void requiredGameId(String field) {
    require(
        field,
        "1 to 128 letters, digits and ._:@-, and neither global nor _none",
        value -> isIdentifier(value) && !List.of("global", "_none").contains(value.asText()));
  }

  void requiredText(String field, int longest) {
    require(
        field,
        "text of 1 to %d characters without U+0000".formatted(longest),
        value -> isText(value, longest));
  }

  void optionalText(String field, int longest) {
    allow(
        field,
        "text of 1 to %d characters without U+0000".formatted(longest),
        value -> isText(value, longest));
  }

  void optionalBoolean(String field) {
    allow(field, "true or false", JsonNode::isBoolean);
  }

  void optionalTime(String field) {
    allow(field, "a time as in 2026-12-01T00:00:00Z, from 1970 to 2999", Fields::isTime);
  }

  /** The whole number in a field; empty where there is none, or none in range. */
  Optional<Long> optionalWhole(String field, long least, long most) {
    JsonNode value = object.path(field);
    allow(
        field,
        "a whole number from %d to %d".formatted(least, most),
        number -> isWhole(number, least, most));
    return has(field) && isWhole(value, least, most)
        ? Optional.of(value.asLong())
        : Optional.empty();
  }

  private interface Test {
    boolean holds(JsonNode value);
  }

  private void require(String field, String expected, Test test) {
    if (has(field)) {
      allow(field, expected, test);
    } else {
      fault("%s is missing, expected %s".formatted(field, expected));
    }
  }

  private void allow(String field, String expected, Test test) {
    JsonNode value = object.path(field);
    if (has(field) && !test.holds(value)) {
      fault("%s is %s, expected %s".formatted(field, shown(value), expected));
    }
  }

  private static String shown(JsonNode value) {
    String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }

  private static boolean isOneOf(JsonNode value, String... allowed) {
    return value.isTextual() && Arrays.asList(allowed).contains(value.asText());
  }

  private static boolean isIdentifier(JsonNode value) {
    return value.isTextual() && IDENTIFIER.matcher(value.asText()).matches();
  }

  private static boolean isText(JsonNode value, int longest) {
    String text = value.asText();
    return value.isTextual()
        && !text.isEmpty()
        && text.codePointCount(0, text.length()) <= longest
        && text.indexOf('\0') < 0;
  }

  private static boolean isWhole(JsonNode value, long least, long most) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.asLong() >= least
        && value.asLong() <= most;
  }

  private static boolean isTime(JsonNode value) {
    if (!value.isTextual() || !TIME.matcher(value.asText()).matches()) {
      return false;
    }
    try {
      return OffsetDateTime.parse(value.asText()).getYear() > 0;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
