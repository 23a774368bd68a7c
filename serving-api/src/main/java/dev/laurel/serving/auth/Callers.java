package dev.laurel.serving.auth;

import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import io.helidon.http.Headers;
import java.util.Map;

/** Who may make the calls that are not for anyone. */
public final class Callers {

  private final Tokens tokens;

  /** With the tokens that are trusted. */
  public Callers(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Lets the player of that id pass, and admins.
   *
   * @throws RefusedException INVALID_TOKEN without a token that is to be trusted, FORBIDDEN with
   *     that of someone else
   */
  public void requirePlayerOrAdmin(Headers headers, String playerId) {
    Token caller = caller(headers);
    boolean isThatPlayer = caller.roles().contains("player") && caller.subject().equals(playerId);
    if (!isThatPlayer && !caller.roles().contains("admin")) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN,
          "The token is of '%s' with roles %s, expected the player '%s' or an admin"
              .formatted(caller.subject(), caller.roles(), playerId),
          Map.of("playerId", playerId));
    }
  }

  private Token caller(Headers headers) {
    String token =
        BearerToken.of(headers)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.INVALID_TOKEN,
                        "A token is missing, expected in the header Authorization: Bearer"));
    try {
      return tokens.verify(token);
    } catch (InvalidTokenException e) {
      throw new RefusedException(ErrorCode.INVALID_TOKEN, e.getMessage());
    }
  }
}
