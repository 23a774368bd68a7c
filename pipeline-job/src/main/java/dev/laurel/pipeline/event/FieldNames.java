package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * The names that an event's fields have, numbered, and found by their bytes without making a string
 * of them. Length and middle letter tell them all apart; that is checked when the class is loaded,
 * so a name that is added and shares both with another is found at once.
 */
final class FieldNames {
  /** No field of an event. */
  static final int UNKNOWN = -1;

  private static final byte[][] NAMES = {
    name("type"), name("eventId"), name("playerId"), name("occurredAt"), name("gameId"),
    name("achievementId"), name("points"), name("metadata"), name("actionType"), name("requestId"),
    name("actionId"), name("ipAddress"), name("userAgent"), name("seconds"), name("username"),
    name("region"), name("verdict"), name("reason"), name("by")
  };

  /** How many there are. */
  static final int COUNT = NAMES.length;

  private static final byte[] NUMBERS = numbers();

  private FieldNames() {}

  /** The number of the name that stands there, or {@link #UNKNOWN}. */
  static int numberOf(byte[] json, int from, int to) {
    if (from == to) {
      return UNKNOWN;
    }
    int number = NUMBERS[place(json[(from + to) >>> 1], to - from)];
    return number != UNKNOWN
            && Arrays.equals(NAMES[number], 0, NAMES[number].length, json, from, to)
        ? number
        : UNKNOWN;
  }

  /** The number of a name that is one of an event's fields. */
  static int numberOf(String name) {
    return NUMBERS[place(name.charAt(name.length() >>> 1), name.length())];
  }

  private static int place(int middle, int length) {
    return (middle + 6 * length) & 63;
  }

  private static byte[] numbers() {
    byte[] numbers = new byte[64];
    Arrays.fill(numbers, (byte) UNKNOWN);
    for (int number = 0; number < COUNT; number++) {
      byte[] name = NAMES[number];
      int place = place(name[name.length >>> 1], name.length);
      if (numbers[place] != UNKNOWN) {
        throw new IllegalStateException(
            "the field names "
                + new String(name, US_ASCII)
                + " and "
                + new String(NAMES[numbers[place]], US_ASCII)
                + " share the place "
                + place
                + ", expected one for each");
      }
      numbers[place] = (byte) number;
    }
    return numbers;
  }

  private static byte[] name(String name) {
    return name.getBytes(US_ASCII);
  }
}
