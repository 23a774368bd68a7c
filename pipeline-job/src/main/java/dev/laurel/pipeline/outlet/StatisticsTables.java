package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Kind;
import dev.laurel.pipeline.rollup.PeriodFigures;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The tables of statistics that the job writes, and which rows go where. */
final class StatisticsTables {

  /**
   * One of the tables of a stream.
   *
   * @param holds whether it holds a row
   */
  record Part<R>(Table<R> table, Holds<R> holds) {}

  /** Tells of a row whether a table holds it. */
  interface Holds<R> extends Predicate<R>, Serializable {}

  static final Table<PlayerAchievement> PLAYER_ACHIEVEMENTS =
      Table.aged(
          Age.by("unlocks"),
          "player_achievements",
          List.of(
              Column.text("player_id", PlayerAchievement::playerId),
              Column.text("game_id", PlayerAchievement::gameId),
              Column.text("achievement_id", PlayerAchievement::achievementId)),
          List.of(
              Column.time("unlocked_at", PlayerAchievement::unlockedAt),
              Column.time("last_unlocked_at", PlayerAchievement::lastUnlockedAt),
              Column.number("unlocks", PlayerAchievement::unlocks),
              Column.number("points", PlayerAchievement::points)));

  /**
   * Firsts are counted with the event that is one, and taken away again by an event of another
   * period that lies before it: while the events of a row stay the same they only fall.
   */
  private static final Age OF_DAY =
      Age.by("version")
          .thenFalling(
              "new_players", "players_new_to_week", "players_new_to_month", "distinct_unlocks");

  private static final Age OF_MONTH =
      Age.by("version").thenFalling("new_players", "distinct_unlocks");

  /**
   * By what is in it and not by how many changes of the player went before: those are others when
   * events wait for the catalog again after a restart, and the row of an earlier start would stay.
   */
  private static final Age OF_PLAYER =
      Age.by("unlocks", "actions", "playtime_seconds").thenFalling("distinct_unlocks");

  static final Table<PlayerPeriod> PLAYER_DAILY_STATS =
      players("player_daily_stats", "day").keptBy("day");

  static final Table<PlayerPeriod> PLAYER_MONTHLY_STATS = players("player_monthly_stats", "month");

  /** Where the days and months of players go. */
  static final List<Part<PlayerPeriod>> OF_PLAYERS =
      List.of(
          new Part<>(PLAYER_DAILY_STATS, row -> row.period() == Period.DAILY),
          new Part<>(PLAYER_MONTHLY_STATS, row -> row.period() == Period.MONTHLY));

  static final Table<PeriodFigures> GAME_DAILY_STATS =
      Table.restated(OF_DAY, "game_daily_stats", List.of(game(), start("day")), activity("day"))
          .keptBy("day");

  static final Table<PeriodFigures> GAME_MONTHLY_STATS =
      Table.restated(
          OF_MONTH, "game_monthly_stats", List.of(game(), start("month")), activity("month"));

  static final Table<PeriodFigures> PLATFORM_DAILY_STATS =
      Table.restated(OF_DAY, "platform_daily_stats", List.of(start("day")), activity("day"))
          .keptBy("day");

  static final Table<PeriodFigures> PLATFORM_MONTHLY_STATS =
      Table.restated(
          OF_MONTH, "platform_monthly_stats", List.of(start("month")), activity("month"));

  static final Table<PeriodFigures> ACHIEVEMENT_STATS =
      Table.<PeriodFigures>restated(
              Age.by("version").thenFalling("first_unlocks"),
              "achievement_stats",
              List.of(
                  game(),
                  Column.text("achievement_id", row -> row.subject().achievementId()),
                  Column.text("period", row -> row.period().label()),
                  start("period_start")),
              List.of(
                  figure("unlocks", Figure.UNLOCKS),
                  figure("first_unlocks", Figure.FIRST_UNLOCKS),
                  figure("version", Figure.COUNTED),
                  Column.time("restated_at", PeriodFigures::restatedAt)))
          .keptBy("case period when 'daily' then period_start else 'infinity' end");

  static final Table<PeriodFigures> LOG_DAILY_COUNTS =
      Table.aged(
          Age.by("version").thenRising("waiting"),
          "log_daily_counts",
          List.of(start("day")),
          List.of(
              figure("received", Figure.RECEIVED),
              figure("accepted", Figure.ACCEPTED),
              figure("repeated", Figure.REPEATED),
              figure("dead", Figure.DEAD),
              figure("waiting", Figure.WAITING),
              figure("version", Figure.COUNTED)));

  /** Where the figures of games, achievements and the log go. */
  static final List<Part<PeriodFigures>> OF_FIGURES =
      List.of(
          new Part<>(GAME_DAILY_STATS, row -> isOfGame(row, Period.DAILY)),
          new Part<>(GAME_MONTHLY_STATS, row -> isOfGame(row, Period.MONTHLY)),
          new Part<>(PLATFORM_DAILY_STATS, row -> isOfPlatform(row, Period.DAILY)),
          new Part<>(PLATFORM_MONTHLY_STATS, row -> isOfPlatform(row, Period.MONTHLY)),
          new Part<>(ACHIEVEMENT_STATS, row -> row.subject().kind() == Kind.ACHIEVEMENT),
          new Part<>(LOG_DAILY_COUNTS, row -> row.subject().kind() == Kind.LOG));

  private StatisticsTables() {}

  private static boolean isOfGame(PeriodFigures row, Period period) {
    return row.subject().kind() == Kind.GAME
        && !row.subject().isPlatform()
        && row.period() == period;
  }

  private static boolean isOfPlatform(PeriodFigures row, Period period) {
    return row.subject().isPlatform() && row.period() == period;
  }

  private static Column<PeriodFigures> game() {
    return Column.text("game_id", row -> row.subject().gameId());
  }

  private static Column<PeriodFigures> start(String name) {
    return Column.date(name, PeriodFigures::start);
  }

  private static Column<PeriodFigures> figure(String name, Figure figure) {
    return Column.number(name, row -> row.get(figure));
  }

  private static List<Column<PeriodFigures>> activity(String period) {
    boolean daily = period.equals("day");
    List<Column<PeriodFigures>> columns = new ArrayList<>();
    // Over the days of a month those who are new to it are its active players.
    columns.add(figure("active_players", daily ? Figure.ACTIVE_PLAYERS : Figure.NEW_TO_MONTH));
    columns.add(figure("new_players", Figure.NEW_PLAYERS));
    if (daily) {
      columns.add(figure("players_new_to_week", Figure.NEW_TO_WEEK));
      columns.add(figure("players_new_to_month", Figure.NEW_TO_MONTH));
    }
    columns.add(figure("unlocks", Figure.UNLOCKS));
    columns.add(figure("distinct_unlocks", Figure.FIRST_UNLOCKS));
    columns.add(figure("actions", Figure.ACTIONS));
    columns.add(figure("points", Figure.POINTS));
    columns.add(figure("playtime_seconds", Figure.PLAYTIME_SECONDS));
    columns.add(figure("version", Figure.COUNTED));
    columns.add(Column.time("restated_at", PeriodFigures::restatedAt));
    return List.copyOf(columns);
  }

  private static Table<PlayerPeriod> players(String name, String period) {
    return Table.restated(
            OF_PLAYER,
            name,
            List.of(
                Column.text("player_id", PlayerPeriod::playerId),
                Column.text("game_id", PlayerPeriod::gameId),
                Column.date(period, PlayerPeriod::start)),
            List.of(
                Column.<PlayerPeriod>number("unlocks", PlayerPeriod::unlocks),
                Column.number("distinct_unlocks", PlayerPeriod::distinctUnlocks),
                Column.number("actions", PlayerPeriod::actions),
                Column.number("points", PlayerPeriod::points),
                Column.number("playtime_seconds", PlayerPeriod::playtimeSeconds),
                Column.time("first_seen_at", PlayerPeriod::firstSeenAt),
                Column.time("last_seen_at", PlayerPeriod::lastSeenAt),
                Column.time("first_scored_at", PlayerPeriod::firstScoredAt),
                Column.time("last_scoring_at", PlayerPeriod::lastScoringAt),
                Column.number("version", PlayerPeriod::version),
                Column.time("restated_at", PlayerPeriod::restatedAt)))
        .preparedBy(Partitions.of(name, row -> YearMonth.from(row.start())));
  }
}
