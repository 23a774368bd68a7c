package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.schema.LaurelDatabase;
import dev.laurel.serving.database.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random boards with heavy ties against plain sorting: before ranges are laid, with them, and after
 * thousands of players have moved over them.
 */
class AllTimePlacesTest {

  private static final long SEED = Long.getLong("laurel.seed", 20261123);

  /** Half of all on four scores, a third of those at one moment; some not on the board. */
  private static final String FILL =
      """
      insert into laurel.players (player_id, region, score, reached_at, first_seen_at, last_seen_at, is_excluded, version)
      select 'p' || lpad((n * 7919 % 100003)::text, 6, '0'), (array['DE', 'FR', null])[1 + floor(random() * 3)::int],
        case when random() < 0.5 then floor(random() * 4)::int else floor(random() * 4000)::int - 1000 end,
        case when random() < 0.3 then timestamptz '2026-01-01Z'
          else timestamptz '2026-01-01Z' + floor(random() * 1e9)::bigint * interval '1 millisecond' end,
        '2025-01-01Z', '2026-02-01Z', random() < 0.05, 1
      from generate_series(1, 9000) as n;
      update laurel.players set reached_at = null, score = 0 where random() < 0.02;
      insert into laurel.player_scores (player_id, game_id, region, score, reached_at, total_actions, total_unlocks, is_excluded, version)
      select player_id, (array['go', 'chess'])[1 + floor(random() * 2)::int], region, score % 50, reached_at, 1, 0, is_excluded, 1
      from laurel.players where reached_at is not null;
      """;

  private static final String TOPS =
      """
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries)
      select case board when 'global' then 'global' else 'game' end, board, board_region, 'all-time', '1970-01-01', 1, now(),
        count(*), '[]'
      from (
        select 'global' as board, region, reached_at, is_excluded from laurel.players
        union all
        select game_id, region, reached_at, is_excluded from laurel.player_scores) as scored
      cross join lateral (values ('*'), (scored.region)) as scope (board_region)
      where reached_at is not null and not is_excluded and board_region is not null
      group by board, board_region
      """;

  private static final String MOVE =
      """
      update laurel.players set score = score + 1 where reached_at is not null and random() < 0.2;
      update laurel.players set region = 'DE' where random() < 0.1;
      update laurel.players set is_excluded = not is_excluded where random() < 0.05;
      update laurel.player_scores set score = 3, region = null where random() < 0.1;
      delete from laurel.player_scores where random() < 0.05;
      """;

  private static LaurelDatabase server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = LaurelDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void areThoseOfAPlainSort() throws SQLException {
    Random chance = new Random(SEED);
    try (Connection owner = server.connect("postgres");
        Database database =
            new Database(
                server.url(), "laurel_api", "", 1, Database.Planning.ONCE, new Properties())) {
      PlacesOfBoards places = new PlacesOfBoards(new AllTimePlaces(database), chance);
      execute(owner, "select setseed(" + chance.nextDouble() + ")");
      execute(owner, FILL);
      holdAll(places, owner);

      execute(owner, TOPS);
      assertThat(keepRanks(owner)).contains("laid").contains("cut");
      holdAll(places, owner);

      for (int round = 0; round < 3; round++) {
        execute(owner, MOVE);
        holdAll(places, owner);
        keepRanks(owner);
      }
      holdAll(places, owner);
    }
  }

  private static void holdAll(PlacesOfBoards places, Connection owner) throws SQLException {
    for (String game : List.of("global", "go", "nothing")) {
      for (String region : List.of("*", "DE", "XX")) {
        BoardKey board = new BoardSeries(game, region, Period.ALL_TIME).on(LocalDate.EPOCH);
        places.hold(board, new RankOracle(lines(owner, board)));
      }
    }
  }

  private static List<RankOracle.Line> lines(Connection owner, BoardKey board) throws SQLException {
    String table =
        board.isGlobal()
            ? "laurel.players"
            : "laurel.player_scores where game_id = '" + board.gameId() + "'";
    List<RankOracle.Line> lines = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery("select * from (select * from " + table + ") as scored")) {
      while (row.next()) {
        boolean isOnTheBoard =
            row.getObject("reached_at") != null
                && !row.getBoolean("is_excluded")
                && (board.isOfEveryone() || board.region().equals(row.getString("region")));
        if (isOnTheBoard) {
          Instant reachedAt = row.getObject("reached_at", OffsetDateTime.class).toInstant();
          lines.add(
              new RankOracle.Line(row.getString("player_id"), row.getLong("score"), reachedAt));
        }
      }
    }
    return lines;
  }

  private static String keepRanks(Connection owner) throws SQLException {
    StringBuilder done = new StringBuilder();
    try (Statement statement = owner.createStatement()) {
      while (true) {
        try (ResultSet row = statement.executeQuery("select laurel.keep_ranks()")) {
          row.next();
          if (row.getString(1) == null) {
            return done.toString();
          }
          done.append(row.getString(1)).append('\n');
        }
      }
    }
  }

  private static void execute(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
