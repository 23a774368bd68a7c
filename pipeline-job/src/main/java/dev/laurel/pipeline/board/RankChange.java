package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the top of a board changed from one version to the next: what the topic {@code rank-changes}
 * carries.
 *
 * @param top the top after the change
 * @param previousVersion version that the changes apply to; 0 where they are the whole top
 * @param changes entries that are new or differ in anything but their rank, in rank order
 * @param removed players who left the top
 */
public record RankChange(
    BoardTop top, long previousVersion, List<Change> changes, List<String> removed) {

  /**
   * An entry that changed.
   *
   * @param previousRank its rank before; 0 if it was not in the top
   */
  public record Change(int rank, int previousRank, Standing standing) {}

  /** The version that the changes apply to; empty where they are the whole top. */
  public Optional<Long> appliesTo() {
    return previousVersion == 0 ? Optional.empty() : Optional.of(previousVersion);
  }

  /** The whole top, for readers who have none or another one. */
  static RankChange whole(BoardTop top) {
    return new RankChange(top, 0, changes(List.of(), top.entries()), List.of());
  }

  /** What leads from one top of a board to the next. */
  static RankChange between(BoardTop before, BoardTop after) {
    return new RankChange(
        after,
        before.version(),
        changes(before.entries(), after.entries()),
        removed(before.entries(), after.entries()));
  }

  private static List<Change> changes(List<Standing> before, List<Standing> after) {
    Map<String, Integer> previousRanks = ranks(before);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Standing now = after.get(i);
      int previousRank = previousRanks.getOrDefault(now.playerId(), 0);
      if (previousRank == 0 || !before.get(previousRank - 1).equals(now)) {
        changes.add(new Change(i + 1, previousRank, now));
      }
    }
    return changes;
  }

  private static List<String> removed(List<Standing> before, List<Standing> after) {
    Map<String, Integer> ranks = ranks(after);
    return before.stream()
        .map(Standing::playerId)
        .filter(player -> !ranks.containsKey(player))
        .toList();
  }

  private static Map<String, Integer> ranks(List<Standing> top) {
    Map<String, Integer> ranks = new HashMap<>();
    for (int i = 0; i < top.size(); i++) {
      ranks.put(top.get(i).playerId(), i + 1);
    }
    return ranks;
  }
}
