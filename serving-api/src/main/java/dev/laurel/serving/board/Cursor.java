package dev.laurel.serving.board;

import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a walk over a board goes on: behind or before a place in rank order. Whoever keeps their
 * side of that place meanwhile is neither met twice nor passed over. A place of one board is none
 * on another, so a cursor says whose it is: a walk over a day that has no date ends with the day.
 *
 * @param forwards whether what comes after the place is asked for, and not what comes before it
 */
record Cursor(BoardKey board, boolean forwards, Place place) {

  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  /** Events are of the years 1970 to 2999; of other times the database may know nothing. */
  private static final Instant END_OF_TIME = Instant.parse("3000-01-01T00:00:00Z");

  /**
   * Reads what {@link #toString()} wrote for the same board.
   *
   * @throws dev.laurel.serving.web.RefusedException INVALID_PARAMETER if it is anything else
   */
  static Cursor read(String text, BoardKey board) {
    return parse(text, board)
        .orElseThrow(
            () ->
                Parameter.refused(
                    "cursor",
                    text,
                    "a cursor that a page of this board gave: gameId %s, region %s, period %s from %s"
                        .formatted(
                            board.gameId(), board.region(), board.period(), board.periodStart())));
  }

  private static Optional<Cursor> parse(String text, BoardKey board) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 5);
      boolean isOne =
          parts.length == 5
              && (parts[0].equals(AFTER) || parts[0].equals(BEFORE))
              && Identifier.isOne(parts[3])
              && parts[4].equals(nameOf(board));
      return isOne
          ? Optional.of(new Place(Long.parseLong(parts[1]), Instant.parse(parts[2]), parts[3]))
              .filter(Cursor::canBeTaken)
              .map(place -> new Cursor(board, parts[0].equals(AFTER), place))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean canBeTaken(Place place) {
    return place.score() != Long.MIN_VALUE
        && !place.reachedAt().isBefore(Instant.EPOCH)
        && place.reachedAt().isBefore(END_OF_TIME);
  }

  private static String nameOf(BoardKey board) {
    return String.join(
        " ",
        board.gameId(),
        board.region(),
        board.period().toString(),
        board.periodStart().toString());
  }

  /** As clients are given it: letters, digits, {@code -} and {@code _}. */
  @Override
  public String toString() {
    String plain =
        String.join(
            " ",
            forwards ? AFTER : BEFORE,
            Long.toString(place.score()),
            place.reachedAt().toString(),
            place.playerId(),
            nameOf(board));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
