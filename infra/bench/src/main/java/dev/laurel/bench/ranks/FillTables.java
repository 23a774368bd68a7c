package dev.laurel.bench.ranks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Consumer;

/** Fills the tables with the board, lays its ranges, and tells how long that took and its size. */
record FillTables(Connection owner, Members members, Consumer<String> say) {
  private static final int AT_ONCE = 500_000;

  private static final String ROWS =
      """
      insert into laurel.players (player_id, username, region, score, reached_at, first_seen_at, last_seen_at, version)
      select 'p' || lpad(n::text, 8, '0'), 'Player ' || n, (array['DE', 'FR', 'US', 'JP'])[1 + n % 4],
        case when n % 10 = 3 then 50000 else n * 7919::bigint % 100000 end,
        timestamptz '2026-01-01Z' + n * 104729::bigint % 10000000000 * interval '1 millisecond', '2025-12-01Z', '2026-11-01Z', 1
      from generate_series(?, ?) as n
      """;

  /** The version of a top that was published now. */
  private static final String TOP =
      """
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries)
      select 'global', 'global', '*', 'all-time', '1970-01-01', 1795000000000000, now(), ?,
        json_agg(json_build_object('rank', rank, 'playerId', player_id, 'score', score,
          'reachedAt', to_char(reached_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'username', username,
          'region', region) order by rank)
      from (
        select *, row_number() over (order by neg_score, reached_at, player_id) as rank
        from (
          select * from laurel.players where reached_at is not null and not is_excluded
          order by neg_score, reached_at, player_id limit 100) as first) as ranked""";

  /** So that the service does not record ten million ranks while it is measured. */
  private static final String RECORDED =
      "insert into laurel.rank_records (board, everyone_at, first_at, first_version) values ('global', now(), now(), 1795000000000000)";

  private static final String SIZES =
      """
      select relname, pg_relation_size(oid) from pg_class
      where oid in (select indexrelid from pg_index where indrelid in ('laurel.players'::regclass, 'laurel.rank_ranges'::regclass))
        or oid in ('laurel.players'::regclass, 'laurel.rank_ranges'::regclass, 'laurel.rank_groups'::regclass)
      order by relname""";

  void run() throws SQLException {
    try (Statement statement = owner.createStatement()) {
      long start = System.nanoTime();
      statement.execute("alter table laurel.players disable trigger user");
      for (int first = 0; first < members.players(); first += AT_ONCE) {
        int last = Math.min(first + AT_ONCE, members.players()) - 1;
        execute(ROWS, first, last);
      }
      statement.execute("alter table laurel.players enable trigger user");
      execute(TOP, members.players());
      statement.execute(RECORDED);
      say.accept("filled in " + seconds(start));
      start = System.nanoTime();
      statement.execute("vacuum analyze laurel.players");
      say.accept("vacuumed in " + seconds(start));
      start = System.nanoTime();
      say.accept("%d pieces of upkeep in %s".formatted(keepRanks(statement), seconds(start)));
      statement.execute("vacuum analyze laurel.rank_ranges, laurel.rank_groups");
    }
  }

  /** Bytes a player of the table and of everything that stands beside it. */
  String sizes() throws SQLException {
    StringBuilder sizes = new StringBuilder();
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(SIZES)) {
      while (row.next()) {
        sizes.append(
            String.format(
                Locale.ROOT,
                "%-32s %8.2f bytes a player%n",
                row.getString(1),
                (double) row.getLong(2) / members.players()));
      }
    }
    return sizes.toString();
  }

  private void execute(String sql, int... numbers) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < numbers.length; i++) {
        statement.setInt(i + 1, numbers[i]);
      }
      statement.executeUpdate();
    }
  }

  private static int keepRanks(Statement statement) throws SQLException {
    for (int pieces = 0; ; pieces++) {
      try (ResultSet row = statement.executeQuery("select laurel.keep_ranks()")) {
        row.next();
        if (row.getString(1) == null) {
          return pieces;
        }
      }
    }
  }

  private static String seconds(long start) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
  }
}
