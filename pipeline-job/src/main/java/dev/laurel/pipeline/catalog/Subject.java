package dev.laurel.pipeline.catalog;

/**
 * The thing that a definition is about.
 *
 * @param gameId game of a game or achievement, else empty
 * @param achievementId achievement, else empty
 * @param actionType action type, else empty
 */
public record Subject(Kind kind, String gameId, String achievementId, String actionType) {

  /** A game. */
  public static Subject game(String gameId) {
    return new Subject(Kind.GAME, gameId, "", "");
  }

  /** An achievement of a game. */
  public static Subject achievement(String gameId, String achievementId) {
    return new Subject(Kind.ACHIEVEMENT, gameId, achievementId, "");
  }

  /** An action type. */
  public static Subject action(String actionType) {
    return new Subject(Kind.ACTION, "", "", actionType);
  }

  /** A name that no other subject has: identifiers hold no slash. */
  public String key() {
    return switch (kind) {
      case GAME -> "game/" + gameId;
      case ACHIEVEMENT -> "achievement/" + gameId + "/" + achievementId;
      case ACTION -> "action/" + actionType;
    };
  }
}
