package dev.laurel.pipeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One option.
 *
 * @param unlessGiven its value if it is not given
 * @param expected what a value must be, as people read it
 */
record Option(
    String name,
    String unlessGiven,
    String expected,
    String description,
    Predicate<String> accepts) {

  static Option text(String name, String unlessGiven, String description) {
    return new Option(
        name, unlessGiven, "a text that is not empty", description, text -> !text.isBlank());
  }

  static Option secret(String name, String description) {
    return new Option(name, "", "any text", description, text -> true);
  }

  static Option list(String name, String unlessGiven, String description, Pattern item) {
    return new Option(
        name,
        unlessGiven,
        "a list, separated by commas, of " + item.pattern().replace("|", ", "),
        description,
        text ->
            !text.isBlank() && items(text).stream().allMatch(one -> item.matcher(one).matches()));
  }

  /** The items of a list. */
  static Set<String> items(String list) {
    return new TreeSet<>(List.of(list.strip().split("\\s*,\\s*", -1)));
  }

  static Option number(String name, int unlessGiven, int least, int greatest, String description) {
    String expected = "a whole number from " + least + " to " + greatest;
    return new Option(
        name,
        Integer.toString(unlessGiven),
        expected,
        description,
        text -> parsed(text).filter(n -> n >= least && n <= greatest).isPresent());
  }

  static Option duration(String name, String unlessGiven, String description) {
    String expected = "a duration of at least PT0.002S, as in PT0.5S or PT1M";
    return new Option(
        name, unlessGiven, expected, description, text -> lasts(text, Duration.ofMillis(2)));
  }

  static Option duration(
      String name, String unlessGiven, Duration least, Duration greatest, String description) {
    String expected = "a duration from " + least + " to " + greatest;
    return new Option(
        name,
        unlessGiven,
        expected,
        description,
        text -> lasts(text, least) && !lasts(text, greatest.plusNanos(1)));
  }

  static Option onOrOff(String name, String unlessGiven, String description) {
    return new Option(name, unlessGiven, "on or off", description, text -> text.matches("on|off"));
  }

  /** A fault in a line, if the value cannot be taken. */
  Optional<String> fault(String value) {
    return accepts.test(value)
        ? Optional.empty()
        : Optional.of("--%s is '%s', expected %s".formatted(name, value, expected));
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean lasts(String text, Duration atLeast) {
    try {
      return Duration.parse(text).compareTo(atLeast) >= 0;
    } catch (DateTimeException notADuration) {
      return false;
    }
  }
}
