package dev.laurel.local.verify;

import java.util.List;
import java.util.Set;

/**
 * Which boards the job keeps, as it was told by its options of the same names.
 *
 * @param topSize how many entries a top has
 * @param scopes of {@code global} and {@code game}
 * @param regions {@code everyone}, {@code each} for all others, or regions by name
 * @param periods of {@code all-time}, {@code daily}, {@code weekly} and {@code monthly}
 */
record ShownBoards(int topSize, Set<String> scopes, Set<String> regions, Set<String> periods) {

  /** Whether a row has to be compared: one of a board that is not kept says nothing. */
  boolean holds(Table table, Key row) {
    return switch (table) {
      case LEADERBOARD_TOPS, LEADERBOARD_FINALS -> holds(row.parts());
      default -> true;
    };
  }

  private boolean holds(List<Comparable<?>> board) {
    String region = board.get(2).toString();
    boolean isOfEveryone = region.equals(BoardRows.EVERYONE);
    return scopes.contains(board.get(0).toString())
        && periods.contains(board.get(3).toString())
        && (isOfEveryone
            ? regions.contains("everyone")
            : regions.contains("each") || regions.contains(region));
  }
}
