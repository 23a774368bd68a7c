package dev.laurel.pipeline.board;

import static dev.laurel.pipeline.board.MergeRun.ALL;
import static dev.laurel.pipeline.board.MergeRun.LEFT;
import static dev.laurel.pipeline.board.MergeRun.RIGHT;
import static dev.laurel.pipeline.board.Tops.ADA;
import static dev.laurel.pipeline.board.Tops.BOB;
import static dev.laurel.pipeline.board.Tops.closed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Share.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the shares of closed boards become revisions. */
class FinalStandingsTest {
  private static final long FIRST = LocalDate.parse("2026-03-01").toEpochDay();
  private static final Board DAY = board("chess", Period.DAILY);
  private static final Board MONTH = board("chess", Period.MONTHLY);
  private static final long CLOSES = DAY.closesAt();
  private static final long FORGOTTEN = Period.DAILY.forgottenAt(FIRST);

  private MergeRun merge;

  @BeforeEach
  void start() throws Exception {
    merge = new MergeRun(2);
  }

  @AfterEach
  void stop() throws Exception {
    merge.close();
  }

  @Test
  void theFirstRevisionIsMadeWhenTheWatermarkIsAtTheClosingAndNotBefore() throws Exception {
    know(LEFT, RIGHT);
    merge.take(closed(DAY, LEFT, 1, ADA));
    merge.take(closed(DAY, RIGHT, 1, BOB));
    merge.watermark(CLOSES - 1);
    merge.at(60_000);
    assertThat(merge.finals()).isEmpty();

    merge.watermark(CLOSES);
    merge.at(60_001);

    assertThat(merge.finals())
        .containsExactly(
            new FinalTop(
                DAY,
                1,
                (MergeRun.START + 60_001) * 1_000,
                MergeRun.time(60_001),
                Instant.ofEpochMilli(CLOSES),
                2,
                List.of(ADA, BOB)));
    assertThat(merge.stateEntries()).as("its shares and the revision").isEqualTo(2);
    assertThat(merge.timers()).as("when it is forgotten").isEqualTo(1);
  }

  @Test
  void onlyAFewOfTheBoardsThatCloseTogetherGetTheSameMillisecond() throws Exception {
    know(ALL);
    for (int i = 0; i < 50; i++) {
      merge.take(closed(board("game-" + i, Period.DAILY), ALL, 1, ADA));
    }
    merge.watermark(CLOSES);
    for (int millis = 0; millis <= 60; millis++) {
      merge.at(millis);
      assertThat(merge.finals()).hasSize(Math.min(50, 4 * (millis + 1)));
    }
  }

  @Test
  void lateChangesMakeTheNextRevisionAfterTenSeconds() throws Exception {
    close();
    merge.at(1_000);
    merge.take(closed(DAY, ALL, 1, BOB));
    merge.at(9_000);
    merge.take(closed(DAY, ALL, 2, ADA, BOB));
    merge.at(10_999);
    assertThat(merge.finals()).hasSize(1);

    merge.at(11_000);

    assertThat(merge.finals()).hasSize(2);
    FinalTop second = merge.finals().get(1);
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.entries()).containsExactly(ADA, BOB);
    assertThat(second.version()).isGreaterThan(merge.finals().get(0).version());
    merge.at(60_000);
    assertThat(merge.finals()).hasSize(2);
  }

  @Test
  void aNewNameOrNoChangeMakesNoRevision() throws Exception {
    close();
    merge.take(closed(DAY, ALL, 1, Tops.named("ada", 10, 0, "Ada", null)));
    merge.at(20_000);
    merge.take(closed(DAY, ALL, 1, ADA));
    merge.at(40_000);
    assertThat(merge.finals()).hasSize(1);

    merge.take(closed(DAY, ALL, 2, ADA));
    merge.at(60_000);

    assertThat(merge.finals()).extracting(FinalTop::total).containsExactly(1L, 2L);
  }

  @Test
  void noRevisionIsMadeBeforeEveryTaskHasSharedWhatItHadTo() throws Exception {
    know(LEFT);
    merge.take(closed(DAY, LEFT, 1, ADA));
    merge.watermark(CLOSES);
    merge.at(30_000);
    assertThat(merge.finals()).isEmpty();

    merge.take(closed(DAY, RIGHT, 1, BOB));
    know(RIGHT);
    merge.at(31_000);

    assertThat(merge.finals()).extracting(FinalTop::entries).containsExactly(List.of(ADA, BOB));
  }

  @Test
  void sharesOfTasksThereAreNoMoreDoNotCount() throws Exception {
    know(LEFT, RIGHT);
    merge.take(closed(DAY, LEFT, 1, ADA));
    merge.take(closed(DAY, RIGHT, 1, BOB));
    merge.watermark(CLOSES);
    merge.at(1);
    merge.restart(1);
    merge.take(Tops.ofEpoch(1, closed(DAY, KeyGroups.of(2, 3, 8), 1, BOB)));
    for (int task = 0; task < 3; task++) {
      merge.take(mark(KeyGroups.of(task, 3, 8), Kind.CLOSED_COMPLETE, 1));
    }
    merge.at(60_000);

    assertThat(merge.finals()).extracting(FinalTop::total).containsExactly(2L, 1L);
    assertThat(merge.finals().get(1).entries()).containsExactly(BOB);
  }

  @Test
  void aBoardThatIsSharedAnewAsItWasIsNotRevised() throws Exception {
    close();
    merge.at(1_000);
    merge.restart(2);
    merge.take(again(DAY, LEFT, 1, ADA));
    merge.take(again(DAY, RIGHT, 0));
    merge.take(mark(LEFT, Kind.CLOSED_COMPLETE, 1));
    merge.take(mark(RIGHT, Kind.CLOSED_COMPLETE, 1));
    for (int second = 2; second < 60; second++) {
      merge.at(second * 1_000L);
    }

    assertThat(merge.finals()).hasSize(1);
    assertThat(merge.stateEntries()).as("its shares and the revision").isEqualTo(2);
  }

  @Test
  void whatATaskHadClosedABoardWithCountsNoMoreWhereItIsOpenAgainAndNobodyIsLeft()
      throws Exception {
    merge.take(closed(DAY, LEFT, 1, ADA));
    merge.restart(1);
    merge.take(Tops.ofEpoch(1, closed(DAY, RIGHT, 1, BOB)));
    merge.take(Share.mark(DAY, LEFT, 1, Kind.CLOSED_COMPLETE, false));
    merge.take(Share.mark(DAY, RIGHT, 1, Kind.CLOSED_COMPLETE, false));
    merge.watermark(CLOSES);
    merge.at(60_000);

    assertThat(merge.finals()).extracting(FinalTop::entries).containsExactly(List.of(BOB));
  }

  @Test
  void aClosedBoardThatEveryoneHasLeftWhenAllIsSharedAnewIsEmptied() throws Exception {
    List<Board> left = new ArrayList<>();
    know(ALL);
    merge.take(closed(DAY, ALL, 1, ADA));
    for (int i = 0; i < 500; i++) {
      left.add(board("game-" + i, Period.DAILY));
      merge.take(closed(left.get(i), ALL, 1, ADA));
    }
    merge.watermark(CLOSES);
    merge.at(1_000);
    assertThat(merge.finals()).hasSize(501);
    merge.restart(2);

    merge.take(Tops.ofEpoch(1, closed(DAY, ALL, 1, ADA)));
    merge.take(mark(ALL, Kind.CLOSED_COMPLETE, 1));
    for (int second = 2; second < 60; second++) {
      merge.at(second * 1_000L);
    }

    List<FinalTop> second = merge.finals().subList(501, merge.finals().size());
    assertThat(second)
        .filteredOn(top -> top.total() == 0)
        .extracting(FinalTop::board)
        .containsExactlyInAnyOrderElementsOf(left);
    assertThat(second).filteredOn(top -> top.board().equals(DAY)).allMatch(top -> top.total() == 1);
  }

  @Test
  void aRevisionThatIsDueSurvivesARestartAtAnotherParallelism() throws Exception {
    List<Board> boards = new ArrayList<>();
    know(ALL);
    for (int i = 0; i < 8; i++) {
      boards.add(board("game-" + i, Period.DAILY));
      merge.take(closed(boards.get(i), ALL, 1, ADA));
    }
    merge.watermark(CLOSES);
    merge.restart(3);
    assertThat(merge.finals()).isEmpty();

    merge.take(mark(ALL, Kind.CLOSED_COMPLETE, 1));
    merge.at(5_000);

    assertThat(merge.finals()).extracting(FinalTop::board).hasSameElementsAs(boards);
    assertThat(merge.finals()).extracting(FinalTop::revision).containsOnly(1);
  }

  @Test
  void aClosingThatIsToComeSurvivesARestart() throws Exception {
    merge.take(closed(DAY, ALL, 1, ADA));
    merge.restart(2);
    merge.take(mark(ALL, Kind.CLOSED_COMPLETE, 1));
    merge.watermark(CLOSES - 1);
    merge.at(1_000);
    assertThat(merge.finals()).isEmpty();

    merge.watermark(CLOSES);
    merge.at(1_001);

    assertThat(merge.finals()).hasSize(1);
  }

  @Test
  void daysAreForgottenAfter400DaysAndMonthsAreKept() throws Exception {
    know(ALL);
    merge.take(closed(DAY, ALL, 1, ADA));
    merge.take(closed(MONTH, ALL, 1, ADA));
    merge.watermark(MONTH.closesAt());
    merge.at(10);
    merge.watermark(FORGOTTEN - 1);
    assertThat(merge.stateEntries()).isEqualTo(4);

    merge.watermark(FORGOTTEN);
    assertThat(merge.stateEntries()).as("the month's share and revision").isEqualTo(2);
    assertThat(merge.timers()).isZero();
    merge.watermark(FORGOTTEN + Duration.ofDays(4_000).toMillis());
    assertThat(merge.stateEntries()).isEqualTo(2);
  }

  @Test
  void whatIsForgottenWhileARevisionIsDueIsNotRevised() throws Exception {
    close();
    merge.take(closed(DAY, ALL, 1, BOB));
    merge.watermark(FORGOTTEN);
    merge.at(60_000);

    assertThat(merge.finals()).hasSize(1);
    assertThat(merge.stateEntries()).isZero();
  }

  @Test
  void finishWritesTheRevisionThatIsDue() throws Exception {
    close();
    merge.take(closed(DAY, ALL, 1, BOB));

    merge.finish();

    assertThat(merge.finals()).extracting(FinalTop::revision).containsExactly(1, 2);
    assertThat(merge.finals().get(1).entries()).containsExactly(BOB);
  }

  private void close() throws Exception {
    know(ALL);
    merge.take(closed(DAY, ALL, 1, ADA));
    merge.watermark(CLOSES);
    merge.at(1);
    assertThat(merge.finals()).hasSize(1);
  }

  private void know(KeyGroups... players) throws Exception {
    for (KeyGroups each : players) {
      merge.take(mark(each, Kind.CLOSED_COMPLETE, -1));
    }
  }

  private static Share mark(KeyGroups players, Kind kind, long epoch) {
    return Share.mark(DAY, players, epoch, kind, true);
  }

  private static Share again(Board board, KeyGroups players, long total, Standing... entries) {
    return Tops.ofEpoch(1, Tops.share(board, players, Kind.CLOSED_AGAIN, total, entries));
  }

  private static Board board(String gameId, Period period) {
    return Board.of(gameId, Board.EVERYONE, period, FIRST);
  }
}
