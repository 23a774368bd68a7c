package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.suspicion.Flag;
import java.io.Serializable;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tables that the job writes, as the migrations in {@code sql/} define them; those of
 * statistics stand in {@link StatisticsTables}.
 */
final class Tables {
  static final Table<PlayerTotals> PLAYERS =
      Table.versioned(
          "players",
          List.of(Column.text("player_id", PlayerTotals::playerId)),
          List.of(
              Column.text("username", PlayerTotals::username),
              Column.text("region", PlayerTotals::region),
              Column.number("score", PlayerTotals::score),
              Column.time("reached_at", PlayerTotals::reachedAt),
              Column.number("total_actions", PlayerTotals::totalActions),
              Column.number("action_points", PlayerTotals::actionPoints),
              Column.number("total_unlocks", PlayerTotals::totalUnlocks),
              Column.number("distinct_unlocks", PlayerTotals::distinctUnlocks),
              Column.number("playtime_seconds", PlayerTotals::playtimeSeconds),
              Column.time("first_active_at", PlayerTotals::firstActiveAt),
              Column.time("last_active_at", PlayerTotals::lastActiveAt),
              Column.time("first_seen_at", PlayerTotals::firstSeenAt),
              Column.time("last_seen_at", PlayerTotals::lastSeenAt),
              Column.flag("is_excluded", PlayerTotals::excluded),
              Column.number("version", PlayerTotals::version)));

  static final Table<GameScore> PLAYER_SCORES =
      Table.versioned(
          "player_scores",
          List.of(
              Column.text("player_id", GameScore::playerId),
              Column.text("game_id", GameScore::gameId)),
          List.of(
              Column.text("region", GameScore::region),
              Column.number("score", GameScore::score),
              Column.time("reached_at", GameScore::reachedAt),
              Column.number("total_actions", GameScore::totalActions),
              Column.number("total_unlocks", GameScore::totalUnlocks),
              Column.number("distinct_unlocks", GameScore::distinctUnlocks),
              Column.number("playtime_seconds", GameScore::playtimeSeconds),
              Column.time("first_seen_at", GameScore::firstSeenAt),
              Column.time("last_seen_at", GameScore::lastSeenAt),
              Column.flag("is_excluded", GameScore::excluded),
              Column.number("version", GameScore::version)));

  static final Table<RegionOfDay> PLAYER_REGIONS =
      Table.versioned(
          "player_regions",
          List.of(
              Column.text("player_id", RegionOfDay::playerId),
              Column.date("day", RegionOfDay::day)),
          List.of(
              Column.text("region", RegionOfDay::region),
              Column.number("version", RegionOfDay::version)));

  static final Table<BoardTop> LEADERBOARD_TOPS =
      Table.versioned(
          "leaderboard_tops",
          key(BoardTop::board),
          List.of(
              Column.number("version", BoardTop::version),
              Column.time("published_at", BoardTop::publishedAt),
              Column.time("as_of", BoardTop::asOf),
              Column.number("total", BoardTop::total),
              Column.json("entries", EntryJson::entriesOf)));

  static final Table<FinalTop> LEADERBOARD_FINALS =
      Table.versioned(
          "leaderboard_finals",
          with(key(FinalTop::board), Column.text("edition", FinalTop::edition)),
          List.of(
              Column.number("revision", FinalTop::revision),
              Column.number("version", FinalTop::version),
              Column.time("published_at", FinalTop::publishedAt),
              Column.time("as_of", FinalTop::asOf),
              Column.number("total", FinalTop::total),
              Column.json("entries", EntryJson::entriesOf)));

  static final Table<ScoredEvent> SCORE_EVENTS =
      Table.appended(
              "score_events",
              List.of(
                  Column.text("player_id", row -> row.event().playerId()),
                  Column.time("occurred_at", row -> row.event().occurredAt()),
                  Column.number("log_partition", row -> row.event().source().partition()),
                  Column.number("log_offset", row -> row.event().source().offset())),
              List.of(
                  Column.<ScoredEvent>time("logged_at", row -> row.event().loggedAt()),
                  Column.text("type", row -> row.event().type().jsonName()),
                  Column.text("event_id", row -> row.event().eventId()),
                  Column.text("game_id", row -> row.event().gameOrNone()),
                  Column.text("achievement_id", row -> row.event().achievementId()),
                  Column.text("action_type", row -> row.event().actionType()),
                  Column.text("request_id", row -> row.event().requestId()),
                  Column.text("action_id", row -> row.event().actionId()),
                  Column.number("points", ScoredEvent::points),
                  Column.json("metadata", row -> row.event().metadata()),
                  Column.text("ip_address", row -> row.event().ipAddress()),
                  Column.text("user_agent", row -> row.event().userAgent())))
          .preparedBy(
              Partitions.of(
                  "score_events",
                  row -> YearMonth.from(row.event().occurredAt().atOffset(ZoneOffset.UTC))))
          .keptBy("(occurred_at at time zone 'UTC')::date");

  static final Table<Definition> CATALOG_HISTORY =
      Table.appended(
          "catalog_history",
          List.of(Column.number("log_offset", Definition::offset)),
          List.of(
              Column.time("published_at", Definition::publishedAt),
              Column.text("kind", row -> row.subject().kind().jsonName()),
              Column.text("game_id", row -> row.subject().gameId()),
              Column.text("achievement_id", row -> row.subject().achievementId()),
              Column.text("action_type", row -> row.subject().actionType()),
              Column.time("in_force_from", Definition::inForceFrom),
              Column.json("definition", Definition::json)));

  /** Takes the board out of a row. */
  private interface OnBoard<R> extends Function<R, Board>, Serializable {}

  /** What was measured only ever rises, so it is the version, too. */
  static final Table<Flag> PLAYER_FLAGS =
      Table.versioned(
          "player_flags",
          List.of(
              Column.text("player_id", Flag::playerId),
              Column.time("started_at", Flag::startedAt),
              Column.text("rule", row -> row.rule().name()),
              Column.text("game_id", Flag::gameId),
              Column.text("ip_address", Flag::ipAddress)),
          List.of(
              Column.number("span_millis", Flag::spanMillis),
              Column.number("measured", Flag::measured),
              Column.number("allowed", Flag::allowed),
              Column.number("version", Flag::measured)));

  private Tables() {}

  private static <R> List<Column<R>> key(OnBoard<R> board) {
    return List.of(
        Column.text("scope", row -> board.apply(row).scope()),
        Column.text("game_id", row -> board.apply(row).gameId()),
        Column.text("region", row -> board.apply(row).region()),
        Column.text("period", row -> board.apply(row).period()),
        Column.date("period_start", row -> board.apply(row).periodStart()));
  }

  private static <R> List<Column<R>> with(List<Column<R>> key, Column<R> last) {
    return Stream.concat(key.stream(), Stream.of(last)).toList();
  }
}
