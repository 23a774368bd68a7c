package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.proof.Ranking.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the job has told beside what the oracle says.
 *
 * @param display which boards there are
 * @param watermark tells which boards are closed and show their final standing
 */
record Comparison(Told told, Oracle oracle, Display display, long watermark) {
  private static final long DAYS_AND_WEEKS_KEPT = 400L * 86_400_000;
  private static final long DAY = 86_400_000;

  /** Holds everything told to the oracle: at a moment at which the job has nothing left to do. */
  void assertSame() {
    assertThat(Rows.deadLetters(told.refused)).isEqualTo(readable(oracle.refused()));
    assertThat(Rows.scoreEvents(told.scored)).isEqualTo(oracle.scored());
    assertThat(Rows.players(told.players)).isEqualTo(oracle.totals());
    assertThat(Rows.playerScores(told.scores)).isEqualTo(oracle.gameTotals());
    assertThat(Rows.playerRegions(told.regions)).isEqualTo(oracle.regions());
    assertSums(oracle.totals(), Rows.playerScores(told.scores));
    assertStatistics();
    Map<String, Top> expected = expected();
    Map<String, Top> shown = shown();
    assertThat(differences(expected, shown)).isEmpty();
  }

  private void assertStatistics() {
    Statistics expected = oracle.statistics();
    assertThat(kept(StatisticsRows.players(told.periods))).isEqualTo(kept(expected.players()));
    assertThat(StatisticsRows.playerAchievements(told.unlocked))
        .isEqualTo(expected.playerAchievements());
    assertThat(kept(StatisticsRows.games(told.figures))).isEqualTo(kept(expected.games()));
    assertThat(kept(StatisticsRows.achievements(told.figures)))
        .isEqualTo(kept(expected.achievementRows()));
    assertThat(StatisticsRows.log(told.figures)).isEqualTo(oracle.judged());
  }

  /** Without the days that are no longer kept: they go by whole months. */
  private <V> Map<String, V> kept(Map<String, V> rows) {
    Map<String, V> kept = new TreeMap<>(rows);
    kept.keySet()
        .removeIf(
            key -> {
              String[] part = key.split("/", -1);
              LocalDate day = LocalDate.parse(part[part.length - 1]);
              long end = Span.holding(day.toEpochDay() * DAY, "monthly").end();
              return part[part.length - 2].equals("daily")
                  && end + DAYS_AND_WEEKS_KEPT <= watermark;
            });
    return kept;
  }

  /** The ledger is not told of records that were refused when they were read. */
  private static Map<Long, String> readable(Map<Long, String> refused) {
    Map<Long, String> rest = new TreeMap<>(refused);
    rest.values().removeIf("FROM_THE_FUTURE"::equals);
    return rest;
  }

  private static void assertSums(
      Map<String, Totals> players, Map<String, Map<String, GameTotals>> games) {
    players.forEach(
        (player, totals) ->
            assertThat(
                    games.getOrDefault(player, Map.of()).values().stream()
                        .mapToLong(game -> game.score().points())
                        .sum())
                .as("games of %s", player)
                .isEqualTo(totals.score().points()));
  }

  private Map<String, Top> expected() {
    Map<String, Top> tops = new TreeMap<>();
    oracle
        .boards(display)
        .forEach(
            (key, ranking) -> {
              Top top = ranking.top(display.topSize());
              tops.put(key, ranking.span().isClosedAt(watermark) ? top.unnamed() : top);
            });
    return keptBoards(tops);
  }

  /** What is shown of every board: its top while it is open, its final standing then. */
  Map<String, Top> shown() {
    Map<String, Top> tops = new TreeMap<>();
    told.tops.forEach(
        (key, top) -> {
          if (!spanOf(key).isClosedAt(watermark)) {
            tops.put(key, top(top.total(), top.entries()));
          }
        });
    told.finals.forEach(
        (key, top) -> {
          if (spanOf(key).isClosedAt(watermark)) {
            tops.put(key, top(top.total(), top.entries()));
          }
        });
    tops.values().removeIf(Top.EMPTY::equals);
    return keptBoards(tops);
  }

  private static Top top(long total, List<Standing> entries) {
    return new Top(total, entries.stream().map(Line::of).toList());
  }

  private Map<String, Top> keptBoards(Map<String, Top> tops) {
    tops.keySet().removeIf(key -> !display.shows(key) || isForgotten(spanOf(key)));
    return tops;
  }

  /** Boards at the edge of what is kept may be there or not. */
  private boolean isForgotten(Span span) {
    boolean endless = span.period().equals("all-time") || span.period().equals("monthly");
    return !endless && span.end() + DAYS_AND_WEEKS_KEPT - DAY <= watermark;
  }

  private static Span spanOf(String key) {
    String[] part = key.split("/", -1);
    return Span.holding(LocalDate.parse(part[4]).toEpochDay() * DAY, part[3]);
  }

  private static List<String> differences(Map<String, Top> expected, Map<String, Top> actual) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (String key : keys) {
      Top should = expected.getOrDefault(key, Top.EMPTY);
      Top is = actual.getOrDefault(key, Top.EMPTY);
      if (!should.equals(is)) {
        differences.add("%n%s%n  should be %s%n  but is    %s".formatted(key, should, is));
      }
    }
    return differences.subList(0, Math.min(5, differences.size()));
  }
}
