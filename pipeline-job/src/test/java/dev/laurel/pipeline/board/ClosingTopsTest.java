package dev.laurel.pipeline.board;

import static dev.laurel.pipeline.board.MergeRun.ALL;
import static dev.laurel.pipeline.board.MergeRun.LEFT;
import static dev.laurel.pipeline.board.MergeRun.RIGHT;
import static dev.laurel.pipeline.board.Tops.ADA;
import static dev.laurel.pipeline.board.Tops.BOB;
import static dev.laurel.pipeline.board.Tops.closed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Share.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of a board for the last time. */
class ClosingTopsTest {
  private static final Board DAY =
      Board.of("chess", Board.EVERYONE, Period.DAILY, LocalDate.parse("2026-03-01").toEpochDay());
  private static final long CLOSES = DAY.closesAt();

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
  void theLastPublicationOfABoardHasWhatItsTasksClosedWith() throws Exception {
    merge.take(Tops.share(DAY, LEFT, Kind.OPEN, 1, ADA));
    merge.take(mark(LEFT, Kind.OPEN_COMPLETE, -1));
    merge.take(closed(DAY, LEFT, 1, ADA));
    merge.take(closed(DAY, RIGHT, 1, BOB));

    merge.watermark(CLOSES);

    assertThat(merge.published()).extracting(BoardTop::entries).containsExactly(List.of(ADA, BOB));
    merge.take(mark(RIGHT, Kind.OPEN_COMPLETE, -1));
    merge.at(60_000);
    assertThat(merge.published()).as("a closed board is not published").hasSize(1);
  }

  @Test
  void aTaskMayShareABoardForTheFirstTimeWhenItCloses() throws Exception {
    merge.take(closed(DAY, RIGHT, 1, BOB));
    merge.take(Tops.share(DAY, LEFT, Kind.OPEN, 1, ADA));
    merge.take(closed(DAY, LEFT, 1, ADA));

    merge.watermark(CLOSES);

    assertThat(merge.published()).extracting(BoardTop::entries).containsExactly(List.of(ADA, BOB));
  }

  @Test
  void aBoardThatWasNeverOpenHereIsNotPublished() throws Exception {
    cover(-1);
    merge.take(closed(DAY, ALL, 1, ADA));
    merge.watermark(CLOSES);
    merge.at(60_000);

    assertThat(merge.published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBoardThatClosesSoonAfterARestartIsPublishedWithWhatItsTasksClosedWith(
      boolean isCoveredBefore) throws Exception {
    cover(-1);
    merge.take(Tops.share(DAY, ALL, Kind.OPEN, 1, ADA));
    merge.at(100);
    merge.restart(1);
    merge.take(Tops.ofEpoch(1, closed(DAY, LEFT, 1, ADA)));
    merge.take(Tops.ofEpoch(1, closed(DAY, RIGHT, 1, BOB)));
    if (isCoveredBefore) {
      cover(1);
    }
    merge.at(200);
    merge.watermark(CLOSES);
    cover(1);
    merge.at(60_000);

    assertThat(merge.published())
        .extracting(BoardTop::entries)
        .containsExactly(List.of(ADA), List.of(ADA, BOB));
  }

  private void cover(long epoch) throws Exception {
    merge.take(mark(LEFT, Kind.OPEN_COMPLETE, epoch));
    merge.take(mark(RIGHT, Kind.OPEN_COMPLETE, epoch));
  }

  private static Share mark(KeyGroups players, Kind kind, long epoch) {
    return Share.mark(DAY, players, epoch, kind, true);
  }
}
