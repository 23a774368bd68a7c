package dev.laurel.pipeline.board;

/**
 * That a player's line on a board is another one.
 *
 * @param standing the line as it is now; the last one, if the player leaves
 */
public record StandingChange(Board board, Standing standing, Move move) {

  /** What becomes of the number of players on the board. */
  public enum Move {
    ENTERS(1),
    STAYS(0),
    LEAVES(-1);

    private final int players;

    Move(int players) {
      this.players = players;
    }

    int players() {
      return players;
    }
  }
}
