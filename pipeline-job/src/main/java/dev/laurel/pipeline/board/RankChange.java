package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    return between(List.of(), top.entries(), 0, top);
  }

  /** What leads from one top of a board to the next. */
  static RankChange between(BoardTop before, BoardTop after) {
    return between(before.entries(), after.entries(), before.version(), after);
  }

  /**
   * Both tops are in rank order, so one walk through both finds what is only in one of them; the
   * few that are left are matched by their players.
   */
  private static RankChange between(
      List<Standing> before, List<Standing> after, long version, BoardTop top) {
    List<Integer> gone = new ArrayList<>();
    List<Integer> come = new ArrayList<>();
    int old = 0;
    for (int now = 0; now < after.size(); now++) {
      Standing next = after.get(now);
      if (old < before.size() && before.get(old).isSameAs(next)) {
        old++;
        continue;
      }
      while (old < before.size() && before.get(old).ranksBefore(next)) {
        gone.add(old++);
      }
      if (old < before.size() && before.get(old).isSameAs(next)) {
        old++;
      } else {
        come.add(now);
      }
    }
    while (old < before.size()) {
      gone.add(old++);
    }
    Map<String, Integer> previousRanks = new LinkedHashMap<>();
    gone.forEach(at -> previousRanks.put(before.get(at).playerId(), at + 1));
    List<Change> changes = new ArrayList<>(come.size());
    for (int at : come) {
      Standing next = after.get(at);
      Integer previous = previousRanks.remove(next.playerId());
      changes.add(new Change(at + 1, previous == null ? 0 : previous, next));
    }
    return new RankChange(top, version, changes, List.copyOf(previousRanks.keySet()));
  }
}
