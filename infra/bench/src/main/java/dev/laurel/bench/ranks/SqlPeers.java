package dev.laurel.bench.ranks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same questions as plain SQL answers them, over one connection, one after the other. */
record SqlPeers(Connection connection) {
  private static final String ON_THE_BOARD = " where reached_at is not null and not is_excluded";

  /** Over the board's index, which is the best there is for it. */
  private static final String COUNT =
      "select 1 + count(*) from laurel.players"
          + ON_THE_BOARD
          + " and (neg_score, reached_at, player_id) < (?::bigint, ?::timestamptz, ? collate \"C\")";

  private static final String PLACE =
      "select neg_score, reached_at::text from laurel.players where player_id = ?";

  private static final String WINDOW =
      "select player_id, rank from (select player_id, row_number() over (order by neg_score, reached_at, player_id) as rank"
          + " from laurel.players"
          + ON_THE_BOARD
          + ") as ranked where player_id = any (?)";

  private static final String OFFSET =
      "select player_id from laurel.players"
          + ON_THE_BOARD
          + " order by neg_score, reached_at, player_id limit ? offset ?";

  /** The counts that {@link Way#SCORES} reads, in the order of its one index. */
  private static final String COUNT_SCORES =
      "create temporary table if not exists score_counts as select neg_score, count(*) as players from laurel.players"
          + ON_THE_BOARD
          + " group by neg_score order by neg_score;"
          + "create unique index if not exists score_counts_idx on score_counts (neg_score) include (players)";

  private static final String OF_PLAYER =
      "with place as materialized (select neg_score, reached_at, player_id from laurel.players where player_id = ?) ";

  /** Ways to keep counts from which a rank is read; the first is the one that is used. */
  enum Way {
    /** By range of about a thousand, ranges in groups. */
    GROUPS(
        OF_PLAYER
            + "select 1 + laurel.places_before('global', '*', neg_score, reached_at, player_id) from place"),

    /** By the same ranges, all of which before the player's are summed up. */
    RANGES(
        OF_PLAYER
            + """
            , first as materialized (
              select range.* from place cross join lateral (
                select held.* from laurel.rank_ranges as held
                where board = 'global' and region = '*' and (held.neg_score, held.reached_at, held.player_id)
                  <= (place.neg_score, place.reached_at, place.player_id)
                order by held.neg_score desc, held.reached_at desc, held.player_id desc limit 1) as range)
            select 1 + (
                select coalesce(sum(range.players), 0) from laurel.rank_ranges as range
                where range.board = 'global' and range.region = '*' and (range.neg_score, range.reached_at, range.player_id)
                  < (first.neg_score, first.reached_at, first.player_id))
              + laurel.count_places('global', '*', first.neg_score, first.reached_at, first.player_id,
                  place.neg_score, place.reached_at, place.player_id)
            from place cross join first"""),

    /** By score, equal ones counted one by one. */
    SCORES(
        OF_PLAYER
            + """
            select 1 + (select coalesce(sum(players), 0) from score_counts where score_counts.neg_score < place.neg_score)
              + laurel.count_places('global', '*', neg_score, '-infinity', '', neg_score, reached_at, player_id)
            from place""");

    private final String sql;

    Way(String sql) {
      this.sql = sql;
    }
  }

  /** Makes what the ways read that are not used. */
  void countScores() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(COUNT_SCORES);
      statement.execute("analyze score_counts");
    }
  }

  /** The rank of a player, from counts. */
  long rank(Way way, String player) throws SQLException {
    try (PreparedStatement rank = connection.prepareStatement(way.sql)) {
      rank.setString(1, player);
      try (ResultSet row = rank.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The rank of a player, by counting those before. */
  long count(String player) throws SQLException {
    try (PreparedStatement place = connection.prepareStatement(PLACE);
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      place.setString(1, player);
      try (ResultSet row = place.executeQuery()) {
        row.next();
        count.setLong(1, row.getLong(1));
        count.setString(2, row.getString(2));
        count.setString(3, player);
      }
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The ranks of players, by ranking all. */
  Map<String, Long> window(List<String> players) throws SQLException {
    Map<String, Long> ranks = new LinkedHashMap<>();
    try (PreparedStatement window = connection.prepareStatement(WINDOW)) {
      window.setArray(1, connection.createArrayOf("text", players.toArray()));
      try (ResultSet row = window.executeQuery()) {
        while (row.next()) {
          ranks.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return ranks;
  }

  /** The players of a page, by passing over those before. */
  List<String> page(int limit, long offset) throws SQLException {
    String[] players = new String[limit];
    int found = 0;
    try (PreparedStatement page = connection.prepareStatement(OFFSET)) {
      page.setInt(1, limit);
      page.setLong(2, offset);
      try (ResultSet row = page.executeQuery()) {
        while (row.next()) {
          players[found++] = row.getString(1);
        }
      }
    }
    return Arrays.asList(players).subList(0, found);
  }
}
