package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import dev.laurel.serving.board.BoardTables;
import dev.laurel.serving.board.LivePeriods;
import dev.laurel.serving.board.Top;
import dev.laurel.serving.database.Database;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoadedBoardsTest {

  private static final Stack STACK = Stack.shared();

  @Test
  void areThoseThatGoOnOrHaveJustEnded() {
    String[][] boards = {
      {"all-time", "1970-01-01"},
      {"daily", "2026-03-08"},
      {"daily", "2026-03-09"},
      {"daily", "2026-03-10"},
      {"weekly", "2026-03-02"},
      {"weekly", "2026-03-09"},
      {"monthly", "2026-02-01"},
      {"monthly", "2026-03-01"},
    };
    for (String[] board : boards) {
      STACK.execute(
          Rows.top("loaded", new BoardName("EU", board[0], board[1]), 1, List.of(Line.of("a", 1))));
    }

    assertThat(loadedAt("2026-03-09T01:59:59.999Z"))
        .containsExactly(
            "all-time 1970-01-01",
            "daily 2026-03-08",
            "daily 2026-03-09",
            "daily 2026-03-10",
            "monthly 2026-03-01",
            "weekly 2026-03-02",
            "weekly 2026-03-09");
    assertThat(loadedAt("2026-03-09T02:00:00Z"))
        .containsExactly(
            "all-time 1970-01-01",
            "daily 2026-03-09",
            "daily 2026-03-10",
            "monthly 2026-03-01",
            "weekly 2026-03-09");
  }

  private static List<String> loadedAt(String now) {
    try (Database database =
        new Database(
            STACK.database().url(),
            "laurel_api",
            "",
            1,
            Database.Planning.EACH,
            new Properties())) {
      return new BoardTables(database)
          .tops(new LivePeriods(new MovableClock(now))).stream()
              .map(Top::board)
              .filter(board -> board.gameId().equals("loaded"))
              .map(board -> board.period() + " " + board.periodStart())
              .sorted()
              .toList();
    }
  }
}
