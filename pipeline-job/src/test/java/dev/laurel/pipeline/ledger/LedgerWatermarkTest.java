package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.event.EventSample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When boards close, and what becomes of closed ones over a restart. */
class LedgerWatermarkTest extends LedgerStory {
  private static final Instant CLOSING = Instant.parse("2026-03-02T01:00:00Z");
  private static final Board DAY = day("2026-03-01");
  private static final long END = Long.MAX_VALUE;

  private long requests;

  @Test
  void aWatermarkIsHeldBackUntilTheBoardsThatItClosesAreShared() throws Exception {
    for (int i = 0; i < 150; i++) {
      score("ada", "2026-03-01T12:00:00Z", 1, LocalDate.parse("2026-01-01").plusDays(i));
    }
    ledger.watermark(Instant.parse("2026-07-10T00:00:00Z"));
    assertThat(ledger.watermarks()).isEmpty();
    assertThat(ledger.closedShares()).isNotEmpty();

    ledger.settle();

    assertThat(ledger.watermarks())
        .containsExactly(Instant.parse("2026-07-10T00:00:00Z").toEpochMilli());
    assertThat(ledger.closedShares())
        .filteredOn(share -> share.board().lasting() == Period.DAILY)
        .hasSize(300);
  }

  /** Else those of a log of years would fill the heap while it is read. */
  @Test
  void theMoreBoardsWaitToBeClosedTheMoreAreAtOnce() throws Exception {
    for (int i = 0; i < 390; i++) {
      score("ada", "2026-03-01T12:00:00Z", 1, LocalDate.parse("2026-01-01").plusDays(i));
    }

    ledger.watermark(Instant.parse("2027-02-28T00:00:00Z"));

    assertThat(ledger.closedShares()).hasSizeBetween(200, 400);
  }

  @Test
  void theEndOfTheLogClosesWhatTheLastWatermarkHadToAndNoMore() throws Exception {
    for (int i = 0; i < 150; i++) {
      score("ada", "2026-03-01T12:00:00Z", 1, LocalDate.parse("2026-01-01").plusDays(i));
    }
    long last = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();
    ledger.watermark(last);
    ledger.watermark(END);
    ledger.finish();

    assertThat(ledger.watermarks()).containsExactly(last, END);
    assertThat(ledger.closedShares())
        .filteredOn(share -> share.board().lasting() == Period.DAILY)
        .as("the 119 days up to 29 April, of chess and of all games")
        .hasSize(238);
  }

  @Test
  void aBoardIsClosedAtItsClosingAndNotBefore() throws Exception {
    score("ada", 5);
    ledger.watermark(CLOSING.minusMillis(1));
    ledger.tick();
    assertThat(ledger.closedShares()).isEmpty();

    ledger.watermark(CLOSING);

    assertThat(ledger.closedShares()).extracting(Share::board).contains(DAY);
    ledger.settle();
    assertThat(ledger.watermarks()).containsExactly(closing());
  }

  /** Those who merge would take a board for open that is closed for all who share it. */
  @Test
  void aSnapshotHasHandedOnTheWatermarkUpToWhichPeriodsAreClosed() throws Exception {
    score("ada", 5);
    ledger.watermark(CLOSING);
    assertThat(ledger.watermarks()).as("its time has not come").isEmpty();

    ledger.restart(1);

    assertThat(ledger.watermarks()).containsExactly(closing());
  }

  @Test
  void afterARestartNothingIsClosedBeforeTheOpenBoardsAreKnown() throws Exception {
    for (int i = 0; i < 20; i++) {
      score("p" + i, 1);
    }
    ledger.restart(1);
    ledger.watermark(CLOSING);
    assertThat(ledger.watermarks()).isEmpty();

    ledger.settle();

    assertThat(ledger.watermarks()).containsExactly(closing());
    assertThat(board(DAY)).startsWith("20: ");
  }

  /** Else what is behind would have come further before the restart than it comes after it. */
  @Test
  void afterARestartTheWatermarkIsAtLeastWhereItWas() throws Exception {
    score("ada", 5);
    ledger.watermark(CLOSING);
    ledger.restart(1);
    ledger.watermarks().clear();
    ledger.settle();
    assertThat(ledger.watermarks()).as("also where none comes").containsExactly(closing());

    ledger.watermark(CLOSING.minusSeconds(9));
    ledger.settle();

    assertThat(ledger.watermarks()).containsExactly(closing());
  }

  @Test
  void aLateEventOnAClosedBoardIsShared() throws Exception {
    close();
    score("bob", 7);
    ledger.settle();

    assertThat(board(DAY)).isEqualTo("2: bob 7, ada 5");
  }

  @Test
  void aClosedBoardThatChangedAndWasNotSharedIsSharedAfterTheRestore() throws Exception {
    close();
    score("bob", 7);
    assertThat(board(DAY)).isEqualTo("1: ada 5");
    ledger.restart(1);
    ledger.settle();

    assertThat(board(DAY)).isEqualTo("2: bob 7, ada 5");
  }

  @Test
  void aClosedBoardThatWasEmptiedIsSharedAfterARestoreAtAnotherParallelism() throws Exception {
    close();
    take(EventSample.moderation().at(NOON).loggedAt(NOON));
    ledger.restart(2);
    ledger.settle();

    assertThat(board(DAY)).isEqualTo("0: ");
  }

  @Test
  void aRestoreAtTheSameParallelismSharesNoClosedBoardAnew() throws Exception {
    close();
    int shared = ledger.closedShares().size();
    ledger.restart(1);
    ledger.settle();

    assertThat(ledger.closedShares()).hasSize(shared);
  }

  @Test
  void aRestoreAtAnotherParallelismSharesEveryClosedBoardAnew() throws Exception {
    close();
    score("bob", 7);
    score("cid", "2026-02-10T12:00:00Z", 3, LocalDate.parse("2026-02-10"));
    ledger.settle();
    var before = BoardReader.of(ledger.shares()).scores();
    ledger.shares().clear();
    ledger.restart(3);
    ledger.settle();

    assertThat(BoardReader.of(ledger.shares()).scores()).isEqualTo(before);
  }

  @Test
  void aRebuildThatWasInterruptedIsBegunAgain() throws Exception {
    close();
    ledger.restart(2);
    ledger.tick();
    ledger.shares().clear();
    ledger.restart(2);
    ledger.settle();

    assertThat(board(DAY)).isEqualTo("1: ada 5");
  }

  @Test
  void moreEntriesRegionsOrPeriodsAtARestoreRebuildOpenAndClosedBoards() throws Exception {
    ledger.restart(1, config(new BoardPlan(Set.of("game"), Set.of("everyone"), months(), 1)));
    ledger.settle();
    take(EventSample.profile().at(NOON.minus(Duration.ofDays(1))).loggedAt(NOON));
    close();
    score("bob", 7);
    ledger.settle();
    assertThat(ledger.closedShares()).isEmpty();
    assertThat(board(DAY)).isEqualTo("0: ");
    assertThat(board(Board.of("chess", "*", Period.MONTHLY, DAY.firstDay()))).isEqualTo("2: bob 7");

    ledger.restart(1, config(BoardPlan.everything(5)));
    ledger.settle();

    assertThat(board(DAY)).isEqualTo("2: bob 7, ada 5");
    assertThat(ledger.closedShares()).extracting(Share::board).contains(DAY);
    assertThat(board(Board.of("chess", "GB", Period.DAILY, DAY.firstDay()))).isEqualTo("1: ada 5");
    assertThat(board(Board.of("chess", "*", Period.MONTHLY, DAY.firstDay())))
        .isEqualTo("2: bob 7, ada 5");
    assertThat(board(Board.global())).isEqualTo("2: bob 7, ada 5");
  }

  @Test
  void aBoardThatIsNoLongerWantedIsNotShared() throws Exception {
    take(EventSample.profile().at(NOON.minus(Duration.ofDays(1))).loggedAt(NOON));
    close();
    score("bob", 7);
    score("ada", 1);
    ledger.shares().clear();
    ledger.restart(
        1,
        config(new BoardPlan(Set.of("game"), Set.of("everyone"), EnumSet.allOf(Period.class), 3)));
    ledger.settle();

    assertThat(ledger.shares()).filteredOn(share -> share.board().region().equals("GB")).isEmpty();
    assertThat(board(DAY)).isEqualTo("2: bob 7, ada 6");
  }

  private static long closing() {
    return CLOSING.toEpochMilli();
  }

  private static EnumSet<Period> months() {
    return EnumSet.of(Period.MONTHLY);
  }

  private static LedgerConfig config(BoardPlan plan) {
    return new LedgerConfig(
        plan, 2, Duration.ofMillis(50), 4, 2, 10, 3, EnumSet.allOf(TableGroup.class));
  }

  private static Board day(String day) {
    return Board.of("chess", "*", Period.DAILY, LocalDate.parse(day).toEpochDay());
  }

  private String board(Board board) {
    return BoardReader.of(ledger.shares()).line(board);
  }

  private void close() throws Exception {
    score("ada", 5);
    ledger.watermark(CLOSING);
    ledger.settle();
    assertThat(ledger.watermarks()).contains(CLOSING.toEpochMilli());
  }

  private void score(String player, int points) throws Exception {
    score(player, NOON.toString(), points, LocalDate.parse("2026-03-01"));
  }

  private void score(String player, String loggedAt, int points, LocalDate day) throws Exception {
    take(
        action("RACE", "r-" + requests++, Instant.parse(day + "T12:00:00Z"))
            .text("playerId", player)
            .text("gameId", "chess")
            .with("points", Integer.toString(points))
            .loggedAt(Instant.parse(loggedAt).plus(Duration.ofDays(400))));
  }
}
