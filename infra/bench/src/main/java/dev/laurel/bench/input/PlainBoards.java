package dev.laurel.bench.input;

import dev.laurel.bench.board.Boards;
import dev.laurel.bench.board.Entry;
import dev.laurel.bench.board.TieRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The boards of a log, recomputed from its unlocks by one thread in plain arrays: the judge of
 * every contender.
 */
public final class PlainBoards {

  private record Score(int player, long points, long reachedAt) {}

  private final Scores games = new Scores();
  private final Scores global = new Scores();
  private long accepted;

  private PlainBoards() {}

  /** Recomputes the boards of a log. */
  public static PlainBoards of(Input input) {
    PlainBoards boards = new PlainBoards();
    Unlocks unlocks = new Unlocks(input);
    for (long index = 0; index < input.events(); index++) {
      boards.add(unlocks.at(index));
    }
    return boards;
  }

  /** Unlocks that are the first of their player and achievement. */
  public long accepted() {
    return accepted;
  }

  /** The boards, ties broken by a rule. */
  public Boards by(TieRule rule) {
    Map<Integer, PriorityQueue<Score>> best = new HashMap<>();
    Comparator<Score> order = order(rule);
    games.forEach(
        (key, points, reachedAt) ->
            keep(best, (int) (key % Input.MOST_GAMES), score(key, points, reachedAt), order));
    global.forEach(
        (key, points, reachedAt) -> keep(best, -1, new Score((int) key, points, reachedAt), order));
    Map<String, List<Entry>> byName = new TreeMap<>();
    best.forEach((game, kept) -> byName.put(name(game), entries(kept, order)));
    return new Boards(byName);
  }

  private void add(Unlock unlock) {
    long inGame = (long) unlock.player() * Input.MOST_GAMES + unlock.game();
    if (games.isFirst(inGame, unlock.achievement())) {
      accepted++;
      games.add(inGame, unlock.points(), unlock.occurredAt());
      global.add(unlock.player(), unlock.points(), unlock.occurredAt());
    }
  }

  private static Score score(long key, long points, long reachedAt) {
    return new Score((int) (key / Input.MOST_GAMES), points, reachedAt);
  }

  private static void keep(
      Map<Integer, PriorityQueue<Score>> best, int board, Score score, Comparator<Score> order) {
    var kept = best.computeIfAbsent(board, each -> new PriorityQueue<>(order.reversed()));
    kept.add(score);
    if (kept.size() > Boards.PLACES) {
      kept.remove();
    }
  }

  private static Comparator<Score> order(TieRule rule) {
    Comparator<Score> byScore = Comparator.comparingLong(Score::points).reversed();
    Comparator<Score> byTime =
        rule == TieRule.REACHED_FIRST ? byScore.thenComparingLong(Score::reachedAt) : byScore;
    return byTime.thenComparingInt(Score::player);
  }

  private static List<Entry> entries(PriorityQueue<Score> kept, Comparator<Score> order) {
    List<Score> sorted = new ArrayList<>(kept);
    sorted.sort(order);
    return sorted.stream()
        .map(score -> new Entry(Wire.player(score.player()), score.points()))
        .toList();
  }

  private static String name(int game) {
    return game < 0 ? Boards.GLOBAL : Wire.game(game);
  }
}
