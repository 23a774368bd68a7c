package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.GatherFigures;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.rollup.Subject;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTablesTest extends WrittenTables {
  private static final Instant LATER = Instant.parse("2026-03-09T10:00:00Z");
  private static final Instant LATEST = Instant.parse("2026-03-10T10:00:00Z");

  @Test
  void aPlayersDayStandsInItsPartitionAsItWasTold() throws Exception {
    WriteRows.into(
        StatisticsTables.PLAYER_DAILY_STATS, database, List.of(day("told", "2024-02-29", 1, null)));

    assertThat(row("select * from laurel.player_daily_stats_2024_02 where player_id = 'told'"))
        .containsEntry("game_id", "chess")
        .containsEntry("day", "2024-02-29")
        .containsEntry("unlocks", "3")
        .containsEntry("distinct_unlocks", "2")
        .containsEntry("actions", "1")
        .containsEntry("points", "0")
        .containsEntry("playtime_seconds", "60")
        .containsEntry("first_seen_at", "1970-01-01 00:00:00.001+00")
        .containsEntry("last_seen_at", "2999-12-31 23:59:59.999+00")
        .containsEntry("last_scoring_at", null)
        .containsEntry("revision", "1")
        .containsEntry("restated_at", null);
  }

  @Test
  void aRowThatIsWrittenAfterItsPeriodHadClosedIsARevision() throws Exception {
    Table<PlayerPeriod> table = StatisticsTables.PLAYER_MONTHLY_STATS;
    WriteRows.into(table, database, List.of(month("revised", 1, null)));
    WriteRows.into(table, database, List.of(month("revised", 2, null)));
    assertThat(monthOf("revised"))
        .containsEntry("revision", "1")
        .containsEntry("restated_at", null);

    WriteRows.into(table, database, List.of(month("revised", 3, LATER)));
    WriteRows.into(table, database, List.of(month("revised", 4, LATEST)));
    assertThat(monthOf("revised"))
        .containsEntry("revision", "3")
        .containsEntry("restated_at", "2026-03-10 10:00:00+00");

    WriteRows.into(table, database, List.of(month("revised", 4, LATEST)));
    WriteRows.into(table, database, List.of(month("revised", 3, LATER)));
    assertThat(monthOf("revised")).as("nothing new").containsEntry("revision", "3");
  }

  @Test
  void daysThatAreNoLongerKeptAreNotWritten() throws Exception {
    reach("2026-03-08T00:00:00Z");
    WriteRows.into(
        StatisticsTables.PLAYER_DAILY_STATS,
        database,
        List.of(day("aged", "2025-01-31", 1, null), day("aged", "2025-02-01", 1, null)));
    WriteRows.into(
        Tables.SCORE_EVENTS,
        database,
        List.of(
            SampleRows.unlock("aged", Instant.parse("2025-11-30T23:59:59Z"), 5),
            SampleRows.unlock("aged", Instant.parse("2025-12-01T00:00:00Z"), 6)));

    assertThat(
            row(
                "select string_agg(day::text, ' ') as days from laurel.player_daily_stats where player_id = 'aged'"))
        .containsEntry("days", "2025-02-01");
    assertThat(
            row(
                "select string_agg(log_offset::text, ' ') as offsets from laurel.score_events where player_id = 'aged'"))
        .containsEntry("offsets", "6");
    assertThat(row("select to_regclass('laurel.player_daily_stats_2025_01') as made"))
        .containsEntry("made", null);
    Rows.run(server, "delete from laurel.pipeline_progress");
  }

  private static void reach(String watermark) throws Exception {
    try (Connection connection = database.connect()) {
      new Progress("player_daily_stats", 0, 1, false)
          .write(connection, Instant.parse(watermark).toEpochMilli());
    }
  }

  @Test
  void ofAnAchievementTheMostUnlocksStay() throws Exception {
    Table<PlayerAchievement> table = StatisticsTables.PLAYER_ACHIEVEMENTS;
    WriteRows.into(table, database, List.of(unlocked("again", 2, 9)));
    WriteRows.into(table, database, List.of(unlocked("again", 1, 5)));

    assertThat(row("select * from laurel.player_achievements where player_id = 'again'"))
        .containsEntry("unlocks", "2")
        .containsEntry("points", "9");
  }

  @Test
  void figuresGoToTheTablesOfTheirKindAndPeriod() throws Exception {
    List<PeriodFigures> rows = new ArrayList<>();
    for (Subject subject :
        List.of(
            Subject.game("chess"), Subject.game("global"), Subject.achievement("chess", "win"))) {
      for (Period period : List.of(Period.DAILY, Period.MONTHLY)) {
        rows.add(figures(subject, period));
      }
    }
    rows.add(figures(Subject.LOG, Period.DAILY));
    for (StatisticsTables.Part<PeriodFigures> part : StatisticsTables.OF_FIGURES) {
      WriteRows.into(part.table(), database, rows.stream().filter(part.holds()).toList());
    }

    assertThat(row("select * from laurel.game_daily_stats"))
        .containsEntry("game_id", "chess")
        .containsEntry("day", "2026-03-01")
        .containsEntry("active_players", "9")
        .containsEntry("new_players", "2")
        .containsEntry("players_new_to_week", "3")
        .containsEntry("players_new_to_month", "4");
    assertThat(row("select * from laurel.game_monthly_stats")).containsEntry("active_players", "4");
    assertThat(row("select * from laurel.platform_daily_stats")).containsEntry("points", "-8");
    assertThat(row("select * from laurel.platform_monthly_stats"))
        .containsEntry("month", "2026-03-01")
        .containsEntry("playtime_seconds", "60");
    assertThat(row("select count(*) as n from laurel.achievement_stats")).containsEntry("n", "2");
    assertThat(row("select * from laurel.log_daily_counts"))
        .containsEntry("received", "7")
        .containsEntry("waiting", "1");
  }

  private static PeriodFigures figures(Subject subject, Period period) {
    GatherFigures gathered = new GatherFigures();
    long day = LocalDate.parse("2026-03-01").toEpochDay();
    var figures = gathered.ofLog(day);
    figures.add(Figure.COUNTED, 10);
    figures.add(Figure.ACTIVE_PLAYERS, 9);
    figures.add(Figure.NEW_PLAYERS, 2);
    figures.add(Figure.NEW_TO_WEEK, 3);
    figures.add(Figure.NEW_TO_MONTH, 4);
    figures.add(Figure.UNLOCKS, 5);
    figures.add(Figure.FIRST_UNLOCKS, 4);
    figures.add(Figure.POINTS, -8);
    figures.add(Figure.PLAYTIME_SECONDS, 60);
    figures.add(Figure.RECEIVED, 7);
    figures.add(Figure.WAITING, 1);
    List<DayFigures> told = new ArrayList<>();
    gathered.tell(told::add);
    return new PeriodFigures(subject, period, day, told.get(0).figures(), null);
  }

  private static PlayerPeriod day(String player, String day, long version, Instant restatedAt) {
    return period(player, Period.DAILY, day, version, restatedAt);
  }

  private static PlayerPeriod month(String player, long version, Instant restatedAt) {
    return period(player, Period.MONTHLY, "2026-02-01", version, restatedAt);
  }

  private static PlayerPeriod period(
      String player, Period period, String start, long version, Instant restatedAt) {
    return new PlayerPeriod(
        player,
        "chess",
        period,
        LocalDate.parse(start).toEpochDay(),
        3,
        2,
        version,
        0,
        60,
        SampleRows.FIRST_MOMENT,
        SampleRows.LAST_MOMENT,
        SampleRows.FIRST_MOMENT,
        null,
        version,
        restatedAt);
  }

  private static PlayerAchievement unlocked(String player, long unlocks, long points) {
    return new PlayerAchievement(
        player, "chess", "win", SampleRows.FIRST_MOMENT, SampleRows.LAST_MOMENT, unlocks, points);
  }

  private static Map<String, String> monthOf(String player) throws Exception {
    return row("select * from laurel.player_monthly_stats where player_id = '" + player + "'");
  }

  private static Map<String, String> row(String sql) throws Exception {
    return Rows.of(server, sql).get(0);
  }
}
