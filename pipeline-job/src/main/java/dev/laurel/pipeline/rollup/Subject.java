package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.board.Board;
import java.util.Objects;

/**
 * What figures belong to. A wire type and a key.
 *
 * @param gameId the game; {@link Board#GLOBAL} for all of them, empty for the log
 * @param achievementId the achievement; empty where it is not about one
 */
public record Subject(Kind kind, String gameId, String achievementId) {
  /** The log of events. */
  public static final Subject LOG = new Subject(Kind.LOG, "", "");

  /** A game, {@code _none} included, or {@link Board#GLOBAL} for all of them. */
  public static Subject game(String gameId) {
    return new Subject(Kind.GAME, gameId, "");
  }

  /** An achievement of a game. */
  public static Subject achievement(String gameId, String achievementId) {
    return new Subject(Kind.ACHIEVEMENT, gameId, achievementId);
  }

  /** Whether it is about all games together. */
  public boolean isPlatform() {
    return kind == Kind.GAME && gameId.equals(Board.GLOBAL);
  }

  /** The same in every process, which an enum's own is not: it says which task has the key. */
  @Override
  public int hashCode() {
    return Objects.hash(kind.name(), gameId, achievementId);
  }
}
