package dev.laurel.bench.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.bench.board.Boards;
import dev.laurel.bench.board.Entry;
import dev.laurel.bench.board.TieRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PlainBoardsTest {

  private record First(int player, int game, int achievement) {}

  @ParameterizedTest
  @EnumSource
  void theyAreThoseThatMapsAndSortingLeadTo(TieRule rule) {
    Input input = new Input(Shape.ZIPF, 20_000, 3_000, 3, false, 7);

    Boards boards = PlainBoards.of(input).by(rule);

    assertThat(boards.differencesFrom(bySorting(input, rule))).isEmpty();
    assertThat(boards.byName()).hasSize(Shape.ZIPF.games + 1);
  }

  private static Boards bySorting(Input input, TieRule rule) {
    Set<First> seen = new HashSet<>();
    Map<String, Map<String, long[]>> scores = new HashMap<>();
    Unlocks unlocks = new Unlocks(input);
    for (long index = 0; index < input.events(); index++) {
      Unlock unlock = unlocks.at(index);
      if (seen.add(new First(unlock.player(), unlock.game(), unlock.achievement()))) {
        for (String board : List.of(Boards.GLOBAL, Wire.game(unlock.game()))) {
          long[] score =
              scores
                  .computeIfAbsent(board, name -> new HashMap<>())
                  .computeIfAbsent(Wire.player(unlock.player()), player -> new long[2]);
          score[0] += unlock.points();
          score[1] = Math.max(score[1], unlock.occurredAt());
        }
      }
    }
    Map<String, List<Entry>> boards = new TreeMap<>();
    scores.forEach((board, players) -> boards.put(board, sorted(players, rule)));
    return new Boards(boards);
  }

  private static List<Entry> sorted(Map<String, long[]> players, TieRule rule) {
    List<String> order = new ArrayList<>(players.keySet());
    Comparator<String> byScore = Comparator.comparingLong(player -> -players.get(player)[0]);
    Comparator<String> byTime =
        rule == TieRule.SMALLER_ID
            ? byScore
            : byScore.thenComparingLong(player -> players.get(player)[1]);
    order.sort(byTime.thenComparing(Comparator.naturalOrder()));
    return order.stream()
        .limit(Boards.PLACES)
        .map(player -> new Entry(player, players.get(player)[0]))
        .toList();
  }
}
