package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.EventSample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a player's days add up to on the boards of days, weeks and months, however late they are.
 */
class PlacesTest extends LedgerStory {
  private static final String[] PLAYERS = {"ada", "bob", "cid", "dan"};

  private long requests;

  @Test
  void anEventThirteenDaysBackCountsOnItsOwnDayWeekAndMonth() throws Exception {
    score("ada", "2026-03-20", 5);
    score("ada", "2026-03-07", 3);

    assertThat(line(Period.DAILY, "2026-03-07")).isEqualTo("1: ada 3");
    assertThat(line(Period.DAILY, "2026-03-20")).isEqualTo("1: ada 5");
    assertThat(line(Period.WEEKLY, "2026-03-02")).isEqualTo("1: ada 3");
    assertThat(line(Period.MONTHLY, "2026-03-01")).isEqualTo("1: ada 8");
  }

  @Test
  void anEventFortyFiveDaysBackCountsInItsMonth() throws Exception {
    score("ada", "2026-03-20", 5);
    score("ada", "2026-02-03", 3);
    score("ada", "2026-02-03", 2);
    score("ada", "2026-02-27", 1);

    assertThat(line(Period.DAILY, "2026-02-03")).isEqualTo("1: ada 5");
    assertThat(line(Period.WEEKLY, "2026-02-02")).isEqualTo("1: ada 5");
    assertThat(line(Period.MONTHLY, "2026-02-01")).isEqualTo("1: ada 6");
    assertThat(line(Period.MONTHLY, "2026-03-01")).isEqualTo("1: ada 5");
  }

  @Test
  void aWeekThatSpansTwoMonthsIsSummedAcrossThem() throws Exception {
    score("ada", "2026-03-31", 5);
    score("ada", "2026-04-01", 4);
    score("ada", "2026-05-20", 1);
    score("ada", "2026-03-30", 2);
    score("ada", "2026-04-05", 3);

    assertThat(line(Period.WEEKLY, "2026-03-30")).isEqualTo("1: ada 14");
    assertThat(line(Period.MONTHLY, "2026-03-01")).isEqualTo("1: ada 7");
    assertThat(line(Period.MONTHLY, "2026-04-01")).isEqualTo("1: ada 7");
  }

  @Test
  void monthsStayRightWhenTheirDaysHaveBeenSummedUp() throws Exception {
    score("ada", "2024-06-10", 5);
    score("ada", "2024-06-20", 3);
    score("ada", "2024-07-02", 2);
    score("ada", "2026-03-19", 1);
    ledger.watermark(Instant.parse("2026-03-20T00:00:00Z"));
    score("ada", "2026-05-02", 1);
    score("ada", "2026-06-02", 1);
    ledger.restart(1);
    ledger.settle();
    score("ada", "2024-06-15", 4);
    score("ada", "2024-07-02", 4);
    ledger.settle();

    assertThat(line(Period.MONTHLY, "2024-06-01")).isEqualTo("1: ada 12");
    assertThat(line(Period.MONTHLY, "2024-07-01")).isEqualTo("1: ada 6");
    assertThat(line(Period.DAILY, "2024-06-15")).as("forgotten").isEqualTo("0: ");
  }

  @Test
  void anExcludedPlayerLeavesEveryBoardAndComesBackWithWhatCameMeanwhile() throws Exception {
    score("ada", "2026-01-10", 5);
    score("ada", "2026-03-01", 3);
    score("bob", "2026-01-10", 1);
    Map<String, Map<String, Long>> before = boardsNow();
    take(EventSample.moderation().at(NOON).loggedAt(NOON));
    assertThat(boardsNow().values()).containsOnly(Map.of("bob", 1L));

    score("ada", "2026-01-10", 0);
    take(
        EventSample.moderation()
            .text("verdict", "restore")
            .at(NOON.plusSeconds(1))
            .loggedAt(NOON.plusSeconds(1)));

    assertThat(boardsNow()).isEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}, {1} scopes held, {2} unsaved")
  @CsvSource({"1, 2, 1", "2, 2, 1", "3, 5, 3", "4, 1000, 1000", "5, 1, 1"})
  void everyBoardIsTheSumOfItsDaysWhateverIsHeldAndHoweverItRestarts(
      long seed, int heldScopes, int unsaved) throws Exception {
    ledger.restart(
        1,
        new LedgerConfig(
            BoardPlan.everything(9),
            9,
            Duration.ofMillis(50),
            heldScopes,
            unsaved,
            99,
            2,
            EnumSet.allOf(TableGroup.class)));
    ledger.settle();
    Random random = new Random(seed);
    LocalDate first = LocalDate.parse("2025-12-20");
    Map<String, Map<String, Long>> expected = new TreeMap<>();
    for (int i = 0; i < 160; i++) {
      String player = PLAYERS[random.nextInt(PLAYERS.length)];
      LocalDate day = first.plusDays(i / 2 + random.nextInt(60));
      int points = random.nextInt(19) - 9;
      score(player, day.toString(), points);
      expect(expected, player, day, points);
      if (random.nextInt(50) == 0) {
        ledger.restart(1 + random.nextInt(3));
        ledger.settle();
      }
    }
    ledger.settle();

    assertThat(boardsNow()).isEqualTo(expected);
  }

  private static void expect(
      Map<String, Map<String, Long>> boards, String player, LocalDate day, long points) {
    for (String gameId : new String[] {Board.GLOBAL, "chess"}) {
      for (Period period : Period.values()) {
        long firstDay = period.firstDay(day.toEpochDay());
        boards
            .computeIfAbsent(
                Board.of(gameId, Board.EVERYONE, period, firstDay).key(), key -> new TreeMap<>())
            .merge(player, points, Long::sum);
      }
    }
  }

  private Map<String, Map<String, Long>> boardsNow() {
    return BoardReader.of(ledger.shares()).scores();
  }

  private String line(Period period, String firstDay) {
    Board board = Board.of("chess", Board.EVERYONE, period, LocalDate.parse(firstDay).toEpochDay());
    return BoardReader.of(ledger.shares()).line(board);
  }

  private void score(String player, String day, int points) throws Exception {
    Instant time = Instant.parse(day + "T12:00:00Z");
    take(
        action("RACE", "r-" + requests++, time)
            .text("playerId", player)
            .text("gameId", "chess")
            .with("points", Integer.toString(points))
            .loggedAt(Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(400))));
  }
}
