package dev.laurel.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row that its table takes, as SQL literals by column.
 *
 * @param table name in the schema laurel
 */
record SampleRow(String table, Map<String, String> values) {
  static final List<SampleRow> ALL =
      Stream.concat(boards().stream(), StatisticsRows.ALL.stream()).toList();

  private static List<SampleRow> boards() {
    return List.of(
        catalogGame(),
        new SampleRow("players", Map.of())
            .with("player_id", "'ann'")
            .with("username", "'Ann'")
            .with("region", "'EU'")
            .with("score", "100")
            .with("reached_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("total_actions", "1")
            .with("action_points", "100")
            .with("first_seen_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("last_seen_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("version", "1"),
        new SampleRow("player_scores", Map.of())
            .with("player_id", "'ann'")
            .with("game_id", "'chess'")
            .with("score", "100")
            .with("reached_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("total_actions", "0")
            .with("total_unlocks", "1")
            .with("distinct_unlocks", "1")
            .with("first_seen_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("last_seen_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("version", "1"),
        unlock(),
        new SampleRow("player_regions", Map.of())
            .with("player_id", "'ann'")
            .with("day", "date '2026-03-01'")
            .with("region", "'EU'")
            .with("version", "1"),
        new SampleRow("leaderboard_tops", Map.of())
            .with("scope", "'game'")
            .with("game_id", "'chess'")
            .with("region", "'*'")
            .with("period", "'all-time'")
            .with("period_start", "date '1970-01-01'")
            .with("version", "1")
            .with("published_at", "timestamptz '2026-03-01T10:00:00Z'")
            .with("total", "0")
            .with("entries", "'[]'"),
        finalStanding(),
        flag());
  }

  static SampleRow of(String table) {
    return ALL.stream().filter(row -> row.table.equals(table)).findFirst().orElseThrow();
  }

  SampleRow with(String column, String literal) {
    var changed = new LinkedHashMap<>(values);
    changed.put(column, literal);
    return new SampleRow(table, changed);
  }

  String insert() {
    return "insert into laurel.%s (%s) values (%s)"
        .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
  }

  private static SampleRow catalogGame() {
    return new SampleRow("catalog_history", Map.of())
        .with("log_offset", "0")
        .with("published_at", "timestamptz '2026-03-01T10:00:00Z'")
        .with("kind", "'game'")
        .with("game_id", "'chess'")
        .with("in_force_from", "timestamptz '1970-01-01T00:00:00Z'")
        .with("definition", "'{\"kind\": \"game\", \"gameId\": \"chess\", \"name\": \"Chess\"}'");
  }

  private static SampleRow finalStanding() {
    return new SampleRow("leaderboard_finals", Map.of())
        .with("scope", "'game'")
        .with("game_id", "'chess'")
        .with("region", "'*'")
        .with("period", "'weekly'")
        .with("period_start", "date '2026-03-02'")
        .with("edition", "'first'")
        .with("revision", "1")
        .with("version", "1")
        .with("published_at", "timestamptz '2026-03-09T01:00:00Z'")
        .with("total", "0")
        .with("entries", "'[]'");
  }

  private static SampleRow flag() {
    return new SampleRow("player_flags", Map.of())
        .with("player_id", "'ann'")
        .with("started_at", "timestamptz '2026-03-01T10:00:00Z'")
        .with("rule", "'POINTS_A_MINUTE'")
        .with("game_id", "'chess'")
        .with("ip_address", "''")
        .with("span_millis", "60000")
        .with("measured", "25001")
        .with("allowed", "25000")
        .with("version", "25001");
  }

  private static SampleRow unlock() {
    return new SampleRow("score_events", Map.of())
        .with("player_id", "'ann'")
        .with("occurred_at", "timestamptz '2026-03-01T10:00:00Z'")
        .with("log_partition", "0")
        .with("log_offset", "0")
        .with("logged_at", "timestamptz '2026-03-01T10:00:01Z'")
        .with("type", "'unlock'")
        .with("event_id", "'event-1'")
        .with("game_id", "'chess'")
        .with("achievement_id", "'first-win'")
        .with("points", "100");
  }
}
