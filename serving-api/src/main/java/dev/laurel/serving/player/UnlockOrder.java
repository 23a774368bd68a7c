package dev.laurel.serving.player;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which order a player's achievements are told. Equal ones follow by game and achievement, so
 * that pages join up.
 */
record UnlockOrder(Field by, boolean descending) {

  /** The newest first. */
  static final UnlockOrder NEWEST = new UnlockOrder(Field.UNLOCKED_AT, true);

  /** The forms that are read. */
  static final String FORMS =
      "one of unlocked_at, points and name, with :asc or :desc, like unlocked_at:desc";

  /** What can be sorted by. */
  enum Field {
    UNLOCKED_AT,
    POINTS,
    NAME;

    private String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads {@code field:asc} or {@code field:desc}. */
  static Optional<UnlockOrder> parse(String text) {
    return Arrays.stream(Field.values())
        .flatMap(
            field -> List.of(new UnlockOrder(field, true), new UnlockOrder(field, false)).stream())
        .filter(order -> order.toString().equals(text))
        .findFirst();
  }

  /** The columns of an {@code order by}, of the rows with this name. */
  String sql(String rows) {
    String direction = descending ? "desc" : "asc";
    return "%1$s.%2$s %3$s, %1$s.game_id %3$s, %1$s.achievement_id %3$s"
        .formatted(rows, by.column(), direction);
  }

  /** As clients write it. */
  @Override
  public String toString() {
    return by.column() + (descending ? ":desc" : ":asc");
  }
}
