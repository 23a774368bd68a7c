package dev.laurel.bench.ranks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
