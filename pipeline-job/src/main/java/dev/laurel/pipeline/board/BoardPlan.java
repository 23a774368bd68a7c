package dev.laurel.pipeline.board;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which boards there are: every one of these scopes for every one of these regions in every one of
 * these periods.
 *
 * @param scopes {@code global}, {@code game} or both
 * @param regions {@code everyone}, {@code each} (every region that a profile names) or regions by
 *     name
 * @param periods of the boards
 * @param topSize entries of a top, K
 */
public record BoardPlan(Set<String> scopes, Set<String> regions, Set<Period> periods, int topSize)
    implements Serializable {
  private static final String EACH = "each";

  public BoardPlan {
    scopes = Set.copyOf(scopes);
    regions = Set.copyOf(regions);
    periods = EnumSet.copyOf(periods);
  }

  /** All boards that can be. */
  public static BoardPlan everything(int topSize) {
    return new BoardPlan(
        Set.of(Board.GLOBAL, "game"),
        Set.of("everyone", EACH),
        EnumSet.allOf(Period.class),
        topSize);
  }

  boolean ranks(String gameId) {
    return scopes.contains(gameId.equals(Board.GLOBAL) ? Board.GLOBAL : "game");
  }

  boolean ranksEveryone() {
    return regions.contains("everyone");
  }

  boolean ranksRegion(String region) {
    return regions.contains(EACH) || regions.contains(region);
  }

  /** Whether the board is one of them. */
  boolean has(Board board) {
    boolean ranksItsRegion =
        board.region().equals(Board.EVERYONE) ? ranksEveryone() : ranksRegion(board.region());
    return ranksItsRegion && ranks(board.gameId()) && periods.contains(board.lasting());
  }

  /** The plan in a line: another line is another plan. */
  public String inOneLine() {
    return new TreeSet<>(scopes) + " " + new TreeSet<>(regions) + " " + periods + " " + topSize;
  }
}
