package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fields of an event in the form in which nearly every one comes, found in one pass over its
 * bytes: {@link PlainJson}, only fields that events have, none twice.
 *
 * <p>It is never wrong, but often unsure: what it gives is what {@link JsonObjectReader} and {@link
 * JsonFields} give, and where it does not know that, there are no plain fields, or a field throws.
 * Then the record is read again by those, who alone decide what is refused and why.
 */
final class PlainFields implements EventFields {
  private static final int LONGEST_RECORD = 64 * 1024;
  private static final int LONGEST_NUMBER = "-1000000000".length();

  private final byte[] json;
  private final int[] from = new int[FieldNames.COUNT];
  private final int[] to = new int[FieldNames.COUNT];

  private PlainFields(byte[] json) {
    this.json = json;
  }

  /** The fields; empty if the record is not plain. */
  static Optional<PlainFields> of(byte[] json) {
    PlainFields fields = new PlainFields(json);
    return json.length <= LONGEST_RECORD && fields.arePlain()
        ? Optional.of(fields)
        : Optional.empty();
  }

  private boolean arePlain() {
    PlainJson walk = new PlainJson(json);
    if (!walk.passes('{')) {
      return false;
    }
    do {
      if (!passesField(walk)) {
        return false;
      }
    } while (walk.passes(','));
    return walk.passes('}') && walk.ends();
  }

  private boolean passesField(PlainJson walk) {
    if (!walk.passesText()) {
      return false;
    }
    int field = FieldNames.numberOf(json, walk.from, walk.to);
    if (field == FieldNames.UNKNOWN || to[field] != 0 || !walk.passes(':') || !walk.passesValue()) {
      return false;
    }
    from[field] = walk.from;
    to[field] = walk.to;
    return true;
  }

  @Override
  public String string(String field) throws UnreadableRecordException {
    return textOf(textNumber(field));
  }

  @Override
  public String identifier(String field) throws UnreadableRecordException {
    return spelled(textNumber(field), Alphabet.IDENTIFIER, 1, 128);
  }

  @Override
  public String game(String field) throws UnreadableRecordException {
    String game = identifier(field);
    if (game.equals("global") || game.equals(PlayerEvent.NO_GAME)) {
      throw unsure();
    }
    return game;
  }

  @Override
  public Optional<String> optionalGame(String field) throws UnreadableRecordException {
    return isAbsent(field) ? Optional.empty() : Optional.of(game(field));
  }

  @Override
  public String region(String field) throws UnreadableRecordException {
    return spelled(textNumber(field), Alphabet.REGION, 2, 10);
  }

  @Override
  public String text(String field, int longest) throws UnreadableRecordException {
    int number = textNumber(field);
    require(isBetween(to[number] - from[number], 1, longest));
    return textOf(number);
  }

  @Override
  public Optional<String> optionalText(String field, int longest) throws UnreadableRecordException {
    return isAbsent(field) ? Optional.empty() : Optional.of(text(field, longest));
  }

  @Override
  public long number(String field, long least, long greatest) throws UnreadableRecordException {
    int number = FieldNames.numberOf(field);
    require(to[number] != 0 && to[number] - from[number] <= LONGEST_NUMBER);
    int first = from[number];
    boolean negative = json[first] == '-';
    long value = 0;
    for (int at = negative ? first + 1 : first; at < to[number]; at++) {
      int digit = json[at] - '0';
      require(isBetween(digit, 0, 9));
      value = value * 10 + digit;
    }
    value = negative ? -value : value;
    require(!isText(number) && value >= least && value <= greatest);
    return value;
  }

  @Override
  public Optional<Long> optionalNumber(String field, long least, long greatest)
      throws UnreadableRecordException {
    return isAbsent(field) ? Optional.empty() : Optional.of(number(field, least, greatest));
  }

  @Override
  public Instant time(String field) throws UnreadableRecordException {
    int number = textNumber(field);
    OptionalLong time = PlainTime.read(json, from[number], to[number]);
    require(time.isPresent());
    return Instant.ofEpochMilli(time.getAsLong());
  }

  @Override
  public Optional<String> optionalObject(String field, int mostBytes)
      throws UnreadableRecordException {
    if (isAbsent(field)) {
      return Optional.empty();
    }
    int number = FieldNames.numberOf(field);
    require(!isText(number) && json[from[number]] == '{' && to[number] - from[number] <= mostBytes);
    return Optional.of(textOf(number));
  }

  private String spelled(int number, Alphabet alphabet, int shortest, int longest)
      throws UnreadableRecordException {
    require(isBetween(to[number] - from[number], shortest, longest));
    require(alphabet.spells(json, from[number], to[number]));
    return textOf(number);
  }

  private boolean isAbsent(String field) {
    return to[FieldNames.numberOf(field)] == 0;
  }

  private int textNumber(String field) throws UnreadableRecordException {
    int number = FieldNames.numberOf(field);
    require(to[number] != 0 && isText(number));
    return number;
  }

  private boolean isText(int number) {
    return json[from[number] - 1] == '"';
  }

  private String textOf(int number) {
    return new String(json, from[number], to[number] - from[number], ISO_8859_1);
  }

  private static boolean isBetween(int number, int least, int most) {
    return number >= least && number <= most;
  }

  private static void require(boolean isSure) throws UnreadableRecordException {
    if (!isSure) {
      throw unsure();
    }
  }

  /** Never shown: the strict reader finds the words. */
  private static UnreadableRecordException unsure() {
    return new UnreadableRecordException(Reason.INVALID_FIELD, "a field is not plain");
  }
}
