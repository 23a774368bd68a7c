package dev.laurel.local.deadletter;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands in the log, written {@code topic/partition/offset}. */
record Position(String topic, int partition, long offset) implements Comparable<Position> {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,9})/(\\d{1,18})");
  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::topic)
          .thenComparingInt(Position::partition)
          .thenComparingLong(Position::offset);

  /** The position that {@code text} names, if it does. */
  static Optional<Position> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Position(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
