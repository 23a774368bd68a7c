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
 * side of that place meanwhile is neither met twice nor passed over.
 *
 * @param forwards whether what comes after the place is asked for, and not what comes before it
 */
record Cursor(boolean forwards, Place place) {

  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws dev.laurel.serving.web.RefusedException INVALID_PARAMETER if it is anything else
   */
  static Cursor read(String text) {
    return parse(text)
        .orElseThrow(
            () -> Parameter.refused("cursor", text, "a cursor as a page of a board gives it"));
  }

  private static Optional<Cursor> parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", -1);
      boolean isOne =
          parts.length == 4
              && (parts[0].equals(AFTER) || parts[0].equals(BEFORE))
              && Identifier.isOne(parts[3]);
      return isOne
          ? Optional.of(
              new Cursor(
                  parts[0].equals(AFTER),
                  new Place(Long.parseLong(parts[1]), Instant.parse(parts[2]), parts[3])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
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
            place.playerId());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
