package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.FinalTop;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Final standings, as a reader of their table finds them. */
class FinalTopsTableTest extends WrittenTables {
  @Test
  void holdsEveryColumnAsDocumented() throws Exception {
    write(standing(week("columns"), 1, 9));

    Map<String, String> row = row("columns", "first");

    assertThat(row)
        .containsEntry("scope", "game")
        .containsEntry("region", "EU")
        .containsEntry("period", "weekly")
        .containsEntry("period_start", "2026-03-02")
        .containsEntry("revision", "1")
        .containsEntry("version", "9")
        .containsEntry("published_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("as_of", "1970-01-01 00:00:00.001+00")
        .containsEntry("total", "7");
    JsonNode entries = JsonMapper.builder().build().readTree(row.get("entries"));
    assertThat(fieldNames(entries.get(0)))
        .containsExactly("rank", "playerId", "score", "reachedAt", "region");
    assertThat(entries.get(1).toString())
        .isEqualTo(
            "{\"rank\":2,\"playerId\":\"bob\",\"score\":-3,"
                + "\"reachedAt\":\"2999-12-31T23:59:59.999Z\",\"region\":null}");
  }

  @Test
  void keepsTheFirstRevisionAndTheNewest() throws Exception {
    Board board = week("revised");
    write(standing(board, 1, 10), standing(board, 2, 20));
    write(standing(board, 4, 40));
    write(standing(board, 3, 30));

    assertThat(row("revised", "first")).containsEntry("revision", "1").containsEntry("total", "7");
    assertThat(row("revised", "latest"))
        .containsEntry("revision", "4")
        .containsEntry("version", "40");
    assertThat(Rows.count(server, "from laurel.leaderboard_finals where game_id = 'revised'"))
        .isEqualTo(2);
  }

  @Test
  void theSameRevisionsTwiceLeaveTheSame() throws Exception {
    Board board = week("twice");
    List<FinalTop> revisions = List.of(standing(board, 1, 10), standing(board, 2, 20));
    write(revisions.toArray(FinalTop[]::new));
    Map<String, String> once = row("twice", "latest");

    write(revisions.toArray(FinalTop[]::new));

    Map<String, String> twice = row("twice", "latest");
    once.remove("updated_at");
    twice.remove("updated_at");
    assertThat(twice).isEqualTo(once);
  }

  private static Board week(String game) {
    return new Board("game", game, "EU", "weekly", LocalDate.parse("2026-03-02").toEpochDay());
  }

  private static FinalTop standing(Board board, int revision, long version) {
    return new FinalTop(
        board,
        revision,
        version,
        SampleRows.LAST_MOMENT,
        SampleRows.FIRST_MOMENT,
        7,
        List.of(SampleRows.standing("ada", 9), SampleRows.unnamed("bob", -3)));
  }

  private static void write(FinalTop... rows) throws Exception {
    WriteRows.into(Tables.LEADERBOARD_FINALS, database, List.of(rows));
  }

  private static Map<String, String> row(String game, String edition) throws SQLException {
    return Rows.of(
            server,
            "select * from laurel.leaderboard_finals where game_id = '%s' and edition = '%s'"
                .formatted(game, edition))
        .get(0);
  }

  private static List<String> fieldNames(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
