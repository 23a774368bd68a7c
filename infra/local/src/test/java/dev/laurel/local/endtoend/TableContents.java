package dev.laurel.local.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the tables say, a text a row: every column but versions, revisions and clocks. Of a closed
 * board it is the revision that holds, and only where its period ended before the last day of the
 * log: others close by the clock once the log has been silent for long. Live tops are only those of
 * periods that are open, for others stay as they were when they closed. A board that nobody stands
 * on is as good as none: it has a row if somebody ever stood there when it was told, which is a
 * matter of time.
 */
record TableContents(Map<String, List<String>> tables) {
  private static final List<String> WITHOUT_CLOCKS = List.of("version", "updated_at");
  private static final List<String> WITHOUT_RESTATEMENT =
      List.of("version", "updated_at", "revision", "restated_at");
  private static final List<String> STATISTICS =
      List.of(
          "player_achievements",
          "player_daily_stats",
          "player_monthly_stats",
          "game_daily_stats",
          "game_monthly_stats",
          "platform_daily_stats",
          "platform_monthly_stats",
          "achievement_stats",
          "log_daily_counts");
  private static final List<String> WITHOUT_PUBLICATION =
      List.of("version", "updated_at", "published_at", "as_of", "revision", "edition");

  /**
   * All of it, as it is now.
   *
   * @param since when the job began, for the topic of dead letters keeps those of earlier jobs
   * @param day the last one of the log: periods that hold it are open
   */
  static TableContents of(Stack stack, Instant since, LocalDate day) throws SQLException {
    Map<String, List<String>> tables = tables(Database.of(stack), day);
    tables.put("dead letters", deadLetters(stack, since));
    return new TableContents(tables);
  }

  /** Without dead letters, which are in no table. */
  static TableContents of(Database database, LocalDate day) throws SQLException {
    return new TableContents(tables(database, day));
  }

  private static Map<String, List<String>> tables(Database of, LocalDate day) throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (Connection database = of.connect()) {
      for (String table :
          List.of(
              "catalog_history", "players", "player_scores", "player_regions", "player_flags")) {
        tables.put(table, rows(database, table, WITHOUT_CLOCKS, "true"));
      }
      for (String table : STATISTICS) {
        tables.put(table, rows(database, table, WITHOUT_RESTATEMENT, "true"));
      }
      tables.put(
          "score_events",
          rows(
              database,
              "score_events",
              List.of(),
              "occurred_at at time zone 'UTC' >= laurel.kept_from('score_events')"));
      tables.put(
          "leaderboard_tops",
          rows(database, "leaderboard_tops", WITHOUT_PUBLICATION, "total > 0 and " + held(day)));
      tables.put(
          "leaderboard_finals",
          rows(
              database,
              "leaderboard_finals",
              WITHOUT_PUBLICATION,
              """
              total > 0 and not (%s) and not exists (
                select from laurel.leaderboard_finals as newer
                where (newer.scope, newer.game_id, newer.region, newer.period, newer.period_start)
                    = (t.scope, t.game_id, t.region, t.period, t.period_start)
                  and newer.version > t.version)"""
                  .formatted(held(day))));
    }
    return tables;
  }

  /** Reason, position and message of every dead letter since then. */
  static List<String> deadLetters(Stack stack, Instant since) {
    return stack
        .laurel("dead-letters", "list", "--since", since.toString())
        .lines()
        .filter(line -> line.contains("\t"))
        .toList();
  }

  /** The first rows that only one of the two has; empty if they are the same. */
  List<String> differencesFrom(TableContents other) {
    List<String> differences = new ArrayList<>();
    tables.forEach(
        (table, here) -> {
          List<String> there = other.tables.getOrDefault(table, List.of());
          if (!here.equals(there)) {
            differences.add(
                "%s: %d rows, %d in the other".formatted(table, here.size(), there.size()));
            only(here, there).forEach(row -> differences.add("here only: " + row));
            only(there, here).forEach(row -> differences.add("there only: " + row));
          }
        });
    return differences;
  }

  /** The condition that a row's period holds the day. */
  static String held(LocalDate day) {
    return """
        period_start + case period
          when 'all-time' then interval '1000 years'
          when 'daily' then interval '1 day'
          when 'weekly' then interval '1 week'
          else interval '1 month' end > date '%s'"""
        .formatted(day);
  }

  private static List<String> rows(
      Connection database, String table, List<String> without, String condition)
      throws SQLException {
    List<String> columns =
        texts(
            database,
            "select column_name from information_schema.columns"
                + " where table_schema = 'laurel' and table_name = '%s' order by ordinal_position"
                    .formatted(table));
    columns.removeAll(without);
    return texts(
        database,
        "select row(%s)::text as line from laurel.%s as t where %s order by line"
            .formatted(String.join(", ", columns), table, condition));
  }

  private static List<String> texts(Connection database, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static List<String> only(List<String> here, List<String> there) {
    TreeSet<String> only = new TreeSet<>(here);
    only.removeAll(new TreeSet<>(there));
    return only.stream().limit(5).toList();
  }
}
