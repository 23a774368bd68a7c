package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.GatherFigures;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.rollup.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A first that comes late takes the place of a later one, in whose period nothing else has
 * happened: its row changes and its version does not.
 */
class LateFirstsTest extends WrittenTables {
  private static final Instant LATER = Instant.parse("2026-03-09T10:00:00Z");

  @Test
  void restateTheDayThatHadThemBefore() throws Exception {
    for (Figure first :
        List.of(
            Figure.NEW_PLAYERS, Figure.NEW_TO_WEEK, Figure.NEW_TO_MONTH, Figure.FIRST_UNLOCKS)) {
      Subject game = Subject.game(first.name());
      holdRestated(game, Period.DAILY, first, StatisticsTables.GAME_DAILY_STATS);
    }
    holdRestated(
        Subject.game("global"),
        Period.DAILY,
        Figure.NEW_PLAYERS,
        StatisticsTables.PLATFORM_DAILY_STATS);
  }

  @Test
  void restateTheMonthThatHadThemBefore() throws Exception {
    for (Figure first : List.of(Figure.NEW_PLAYERS, Figure.FIRST_UNLOCKS)) {
      Subject game = Subject.game(first.name());
      holdRestated(game, Period.MONTHLY, first, StatisticsTables.GAME_MONTHLY_STATS);
    }
    holdRestated(
        Subject.game("global"),
        Period.MONTHLY,
        Figure.FIRST_UNLOCKS,
        StatisticsTables.PLATFORM_MONTHLY_STATS);
  }

  @Test
  void restateTheAchievement() throws Exception {
    holdRestated(
        Subject.achievement("chess", "win"),
        Period.DAILY,
        Figure.FIRST_UNLOCKS,
        StatisticsTables.ACHIEVEMENT_STATS);
  }

  @Test
  void ofTwoUnsentRowsTheOneWithFewerFirstsStays() {
    PeriodFigures more = row(Subject.game("chess"), Period.DAILY, Figure.NEW_PLAYERS, 5, null);
    PeriodFigures fewer = row(Subject.game("chess"), Period.DAILY, Figure.NEW_PLAYERS, 4, null);

    assertThat(StatisticsTables.GAME_DAILY_STATS.newer(more, fewer)).isSameAs(fewer);
    assertThat(StatisticsTables.GAME_DAILY_STATS.newer(fewer, more)).isSameAs(fewer);
  }

  @Test
  void whatBeganToWaitIsNotForgotten() throws Exception {
    PeriodFigures before = row(Subject.LOG, Period.DAILY, Figure.WAITING, 0, null);
    PeriodFigures waiting = row(Subject.LOG, Period.DAILY, Figure.WAITING, 1, null);
    write(StatisticsTables.LOG_DAILY_COUNTS, before);
    write(StatisticsTables.LOG_DAILY_COUNTS, waiting);
    write(StatisticsTables.LOG_DAILY_COUNTS, before);

    assertThat(only(StatisticsTables.LOG_DAILY_COUNTS)).containsEntry("waiting", "1");
  }

  private static void holdRestated(
      Subject subject, Period period, Figure first, Table<PeriodFigures> table) throws Exception {
    write(table, row(subject, period, first, 5, null));
    write(table, row(subject, period, first, 4, LATER));
    Map<String, String> restated = only(table);
    assertThat(restated)
        .as("%s of %s", first, table.name())
        .containsEntry("revision", "2")
        .containsEntry("restated_at", "2026-03-09 10:00:00+00")
        .containsValue("4")
        .doesNotContainValue("5");

    write(table, row(subject, period, first, 5, null));
    write(table, row(subject, period, first, 4, LATER));

    Map<String, String> again = only(table);
    again.replace("updated_at", restated.get("updated_at"));
    assertThat(again).as("written by one that should have stopped").isEqualTo(restated);
    Rows.run(server, "delete from laurel." + table.name());
  }

  /** A row of ten events, of which some were firsts of a kind. */
  private static PeriodFigures row(
      Subject subject, Period period, Figure first, long firsts, Instant restatedAt) {
    GatherFigures gathered = new GatherFigures();
    long day = LocalDate.parse("2026-02-01").toEpochDay();
    var figures = gathered.ofLog(day);
    figures.add(Figure.COUNTED, 10);
    figures.add(Figure.UNLOCKS, 10);
    for (Figure each :
        List.of(Figure.ACTIVE_PLAYERS, Figure.NEW_TO_WEEK, Figure.NEW_TO_MONTH, Figure.RECEIVED)) {
      figures.add(each, 9);
    }
    figures.add(first, firsts - figures.get(first));
    List<DayFigures> told = new ArrayList<>();
    gathered.tell(told::add);
    return new PeriodFigures(subject, period, day, told.get(0).figures(), restatedAt);
  }

  private static void write(Table<PeriodFigures> table, PeriodFigures row) throws Exception {
    WriteRows.into(table, database, List.of(row));
  }

  private static Map<String, String> only(Table<PeriodFigures> table) throws Exception {
    return Rows.of(server, "select * from laurel." + table.name()).get(0);
  }
}
