package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Kind;
import dev.laurel.pipeline.rollup.PeriodFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The tables of statistics that the job's rows make, in the form of {@link Statistics}: of rows
 * with the same key the newest stays, in whatever order they are written.
 */
public final class StatisticsRows {
  private static final Comparator<PlayerPeriod> MOST_DONE =
      Comparator.comparingLong(
              (PlayerPeriod row) -> row.unlocks() + row.actions() + row.playtimeSeconds())
          .thenComparing(Comparator.comparingLong(PlayerPeriod::distinctUnlocks).reversed());
  private static final Comparator<PeriodFigures> COUNTED =
      Comparator.comparingLong(row -> row.get(Figure.COUNTED));
  private static final Comparator<PeriodFigures> FEWEST_FIRSTS =
      COUNTED.thenComparing(Comparator.comparingLong(StatisticsRows::firsts).reversed());
  private static final Comparator<PeriodFigures> MOST_WAITING =
      COUNTED.thenComparingLong(row -> row.get(Figure.WAITING));

  private StatisticsRows() {}

  /** Players by day and by month. */
  public static Map<String, Map<String, Long>> players(Collection<PlayerPeriod> rows) {
    return table(
        rows,
        row ->
            String.join(
                "/", row.playerId(), row.gameId(), row.period().label(), row.start().toString()),
        MOST_DONE,
        StatisticsRows::player);
  }

  private static Map<String, Long> player(PlayerPeriod row) {
    Map<String, Long> columns = new TreeMap<>();
    columns.put("unlocks", row.unlocks());
    columns.put("distinct", row.distinctUnlocks());
    columns.put("actions", row.actions());
    columns.put("points", row.points());
    columns.put("playtime", row.playtimeSeconds());
    columns.put("firstSeen", row.firstSeenAt().toEpochMilli());
    columns.put("lastSeen", row.lastSeenAt().toEpochMilli());
    putIfThere(columns, "firstScored", row.firstScoredAt());
    putIfThere(columns, "lastScoring", row.lastScoringAt());
    return columns;
  }

  private static void putIfThere(Map<String, Long> columns, String name, Instant time) {
    if (time != null) {
      columns.put(name, time.toEpochMilli());
    }
  }

  /** Achievements of players. */
  public static Map<String, Map<String, Long>> playerAchievements(
      Collection<PlayerAchievement> rows) {
    return table(
        rows,
        row -> String.join("/", row.playerId(), row.gameId(), row.achievementId()),
        Comparator.comparingLong(PlayerAchievement::unlocks),
        row ->
            Map.of(
                "unlocks", row.unlocks(),
                "points", row.points(),
                "unlockedAt", row.unlockedAt().toEpochMilli(),
                "lastUnlockedAt", row.lastUnlockedAt().toEpochMilli()));
  }

  /** Games, and the platform as game {@code global}. */
  public static Map<String, Map<String, Long>> games(Collection<PeriodFigures> rows) {
    return table(
        of(Kind.GAME, rows),
        row -> row.subject().gameId() + "/" + span(row),
        FEWEST_FIRSTS,
        StatisticsRows::game);
  }

  private static long firsts(PeriodFigures row) {
    return row.get(Figure.NEW_PLAYERS)
        + row.get(Figure.NEW_TO_WEEK)
        + row.get(Figure.NEW_TO_MONTH)
        + row.get(Figure.FIRST_UNLOCKS);
  }

  private static Map<String, Long> game(PeriodFigures row) {
    boolean daily = row.period() == Period.DAILY;
    Map<String, Long> columns = new TreeMap<>();
    columns.put("active", row.get(daily ? Figure.ACTIVE_PLAYERS : Figure.NEW_TO_MONTH));
    columns.put("new", row.get(Figure.NEW_PLAYERS));
    if (daily) {
      columns.put("newToWeek", row.get(Figure.NEW_TO_WEEK));
      columns.put("newToMonth", row.get(Figure.NEW_TO_MONTH));
    }
    columns.put("unlocks", row.get(Figure.UNLOCKS));
    columns.put("distinct", row.get(Figure.FIRST_UNLOCKS));
    columns.put("actions", row.get(Figure.ACTIONS));
    columns.put("points", row.get(Figure.POINTS));
    columns.put("playtime", row.get(Figure.PLAYTIME_SECONDS));
    return columns;
  }

  /** Achievements. */
  public static Map<String, Map<String, Long>> achievements(Collection<PeriodFigures> rows) {
    return table(
        of(Kind.ACHIEVEMENT, rows),
        row -> row.subject().gameId() + "/" + row.subject().achievementId() + "/" + span(row),
        FEWEST_FIRSTS,
        row ->
            Map.of("unlocks", row.get(Figure.UNLOCKS), "distinct", row.get(Figure.FIRST_UNLOCKS)));
  }

  /** How many records were judged on each day of log time, and how many wait. */
  public static Map<String, Map<String, Long>> log(Collection<PeriodFigures> rows) {
    return table(
        of(Kind.LOG, rows),
        row -> row.start().toString(),
        MOST_WAITING,
        row ->
            Map.of(
                "judged",
                row.get(Figure.ACCEPTED) + row.get(Figure.REPEATED) + row.get(Figure.DEAD),
                "waiting",
                row.get(Figure.WAITING)));
  }

  private static List<PeriodFigures> of(Kind kind, Collection<PeriodFigures> rows) {
    return rows.stream().filter(row -> row.subject().kind() == kind).toList();
  }

  private static String span(PeriodFigures row) {
    return row.period().label() + "/" + row.start();
  }

  private static <R> Map<String, Map<String, Long>> table(
      Collection<R> rows,
      Function<R, String> key,
      Comparator<R> age,
      Function<R, Map<String, Long>> columns) {
    List<R> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    Map<String, Map<String, Long>> table = written(rows, key, age, columns);
    assertThat(written(backwards, key, age, columns)).as("written backwards").isEqualTo(table);
    return table;
  }

  private static <R> Map<String, Map<String, Long>> written(
      Collection<R> rows,
      Function<R, String> key,
      Comparator<R> age,
      Function<R, Map<String, Long>> columns) {
    BinaryOperator<R> newer = (old, next) -> age.compare(next, old) >= 0 ? next : old;
    Map<String, R> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(key.apply(row), row, newer));
    Map<String, Map<String, Long>> table = new TreeMap<>();
    newest.forEach((each, row) -> table.put(each, columns.apply(row)));
    return table;
  }
}
