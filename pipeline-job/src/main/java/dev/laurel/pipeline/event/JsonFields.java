package dev.laurel.pipeline.event;

import static dev.laurel.pipeline.event.UnreadableRecordException.invalid;
import static dev.laurel.pipeline.event.UnreadableRecordException.missing;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, read with the rules that events and definitions share: null is
 * absent, unknown fields are ignored, lengths are in code points.
 */
public final class JsonFields implements EventFields {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");
  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{2,10}");
  private static final String IDENTIFIER_FORM = "1 to 128 letters, digits or ._:@-";

  /** The greatest amount of points, either way. */
  public static final long MOST_POINTS = 1_000_000_000;

  private final Map<String, JsonValue> values;

  JsonFields(Map<String, JsonValue> values) {
    this.values = values;
  }

  /** A required identifier. */
  @Override
  public String identifier(String field) throws UnreadableRecordException {
    return required(optionalIdentifier(field), field, IDENTIFIER_FORM);
  }

  /** An identifier, if there is one. */
  public Optional<String> optionalIdentifier(String field) throws UnreadableRecordException {
    return matching(field, IDENTIFIER, IDENTIFIER_FORM);
  }

  /** A required game: an identifier that is not one of the two reserved names. */
  @Override
  public String game(String field) throws UnreadableRecordException {
    return required(optionalGame(field), field, "a game's identifier");
  }

  /** A game, if there is one. */
  @Override
  public Optional<String> optionalGame(String field) throws UnreadableRecordException {
    Optional<String> game = optionalIdentifier(field);
    if (game.isPresent()
        && (game.get().equals("global") || game.get().equals(PlayerEvent.NO_GAME))) {
      throw invalid(field, game.get(), "a game's identifier: global and _none are reserved");
    }
    return game;
  }

  /** A required region. */
  @Override
  public String region(String field) throws UnreadableRecordException {
    String expected = "2 to 10 letters, digits or -";
    return required(matching(field, REGION, expected), field, expected);
  }

  /** A required text of 1 to {@code longest} code points. */
  @Override
  public String text(String field, int longest) throws UnreadableRecordException {
    return required(
        optionalText(field, longest), field, "a text of 1 to " + longest + " characters");
  }

  /** A text of 1 to {@code longest} code points, if there is one. */
  @Override
  public Optional<String> optionalText(String field, int longest) throws UnreadableRecordException {
    String expected = "a text of 1 to " + longest + " characters";
    Optional<String> text = string(field, expected);
    if (text.isPresent()) {
      int length = text.get().codePointCount(0, text.get().length());
      if (length < 1 || length > longest) {
        throw invalid(field, text.get(), expected);
      }
    }
    return text;
  }

  /** A required whole number from {@code least} to {@code greatest}. */
  @Override
  public long number(String field, long least, long greatest) throws UnreadableRecordException {
    return required(optionalNumber(field, least, greatest), field, range(least, greatest));
  }

  /** A whole number from {@code least} to {@code greatest}, if there is one. */
  @Override
  public Optional<Long> optionalNumber(String field, long least, long greatest)
      throws UnreadableRecordException {
    JsonValue value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    Optional<Long> number = value.wholeNumber().filter(n -> n >= least && n <= greatest);
    if (number.isEmpty()) {
      throw invalid(field, value, range(least, greatest));
    }
    return number;
  }

  /** True or false, if it is said. */
  public Optional<Boolean> optionalFlag(String field) throws UnreadableRecordException {
    JsonValue value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (value.flag().isEmpty()) {
      throw invalid(field, value, "true or false");
    }
    return value.flag();
  }

  /** A required time. */
  @Override
  public Instant time(String field) throws UnreadableRecordException {
    return required(optionalTime(field), field, Rfc3339.EXPECTED);
  }

  /** A time, kept to the millisecond, if there is one. */
  public Optional<Instant> optionalTime(String field) throws UnreadableRecordException {
    Optional<String> text = string(field, Rfc3339.EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time = Rfc3339.read(text.get());
    if (time.isEmpty()) {
      throw invalid(field, text.get(), Rfc3339.EXPECTED);
    }
    return time;
  }

  /** A JSON object as it was sent, if there is one, of at most {@code mostBytes} bytes. */
  @Override
  public Optional<String> optionalObject(String field, int mostBytes)
      throws UnreadableRecordException {
    JsonValue value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    String expected = "a JSON object of at most " + mostBytes + " bytes";
    if (!value.isObject() || value.sizeInBytes() > mostBytes) {
      throw invalid(field, value, expected);
    }
    if (!value.isStorable()) {
      throw invalid(field, value, "an object without U+0000 and without halves of surrogate pairs");
    }
    return Optional.of(value.asSent());
  }

  /** A required field's string. */
  @Override
  public String string(String field) throws UnreadableRecordException {
    return required(string(field, "a string"), field, "a string");
  }

  private Optional<String> matching(String field, Pattern form, String expected)
      throws UnreadableRecordException {
    Optional<String> text = string(field, expected);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      throw invalid(field, text.get(), expected);
    }
    return text;
  }

  private Optional<String> string(String field, String expected) throws UnreadableRecordException {
    JsonValue value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (value.text().isEmpty()) {
      throw invalid(field, value, expected);
    }
    if (!value.isStorable()) {
      throw invalid(
          field, value, expected + " without U+0000 and without halves of surrogate pairs");
    }
    return value.text();
  }

  private static String range(long least, long greatest) {
    return String.format(Locale.ROOT, "a whole number from %,d to %,d", least, greatest);
  }

  private static <T> T required(Optional<T> value, String field, String expected)
      throws UnreadableRecordException {
    if (value.isEmpty()) {
      throw missing(field, expected);
    }
    return value.get();
  }
}
