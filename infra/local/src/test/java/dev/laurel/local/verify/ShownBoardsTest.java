package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownBoardsTest {
  private final Script log = Script.begin();

  @Test
  void onlyBoardsThatTheJobKeepsAreExpected() {
    log.accepted(
        Line.profile("ada", "Ada", "GB", "2026-03-04T00:00:00Z"),
        Line.profile("bob", "Bob", "FR", "2026-03-04T00:00:00Z"),
        Line.unlock("ada", "chess", "win", "2026-03-04T10:00:00Z"),
        Line.unlock("bob", "chess", "win", "2026-03-04T10:00:00Z"));

    assertThat(boards(Set.of("game"), Set.of("GB"), Set.of("daily", "all-time")))
        .containsExactly("game chess GB all-time 1970-01-01", "game chess GB daily 2026-03-04");
    assertThat(boards(Set.of("global"), Set.of("everyone"), Set.of("weekly")))
        .containsExactly("global global * weekly 2026-03-02");
    assertThat(boards(Set.of("global"), Set.of("each"), Set.of("monthly")))
        .containsExactly(
            "global global FR monthly 2026-03-01", "global global GB monthly 2026-03-01");
  }

  @Test
  void rowsOfOtherBoardsAreNotCompared() {
    var shown = new ShownBoards(100, Set.of("game"), Set.of("everyone"), Set.of("daily"));

    assertThat(shown.holds(Table.LEADERBOARD_FINALS, board("game", "*", "daily"))).isTrue();
    assertThat(shown.holds(Table.LEADERBOARD_FINALS, board("game", "*", "weekly"))).isFalse();
    assertThat(shown.holds(Table.LEADERBOARD_TOPS, board("global", "*", "daily"))).isFalse();
    assertThat(shown.holds(Table.LEADERBOARD_TOPS, board("game", "GB", "daily"))).isFalse();
    assertThat(shown.holds(Table.PLAYERS, Key.of("ada"))).isTrue();
  }

  private static Key board(String scope, String region, String period) {
    return Key.of(scope, "chess", region, period, "2026-03-02");
  }

  private List<String> boards(Set<String> scopes, Set<String> regions, Set<String> periods) {
    return log.expected(new ShownBoards(100, scopes, regions, periods))
        .rows(Table.LEADERBOARD_TOPS, Script.NOTHING_CLOSED, Set.of())
        .map(row -> row.key().toString())
        .toList();
  }
}
