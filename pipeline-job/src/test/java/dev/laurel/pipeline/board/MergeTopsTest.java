package dev.laurel.pipeline.board;

import static dev.laurel.pipeline.board.MergeRun.LEFT;
import static dev.laurel.pipeline.board.MergeRun.RIGHT;
import static dev.laurel.pipeline.board.Tops.ADA;
import static dev.laurel.pipeline.board.Tops.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Share.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the shares of open boards become published tops. */
class MergeTopsTest {
  private static final Board CHESS = Board.of("chess");
  private static final Standing EVE = Tops.standing("eve", 8);

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
  void publishesNothingBeforeEveryTaskHasSharedEveryOpenBoard() throws Exception {
    merge.take(open(LEFT, 2, ADA, EVE));
    merge.take(complete(LEFT));
    merge.at(5_000);
    assertThat(merge.published()).isEmpty();

    merge.take(open(RIGHT, 1, BOB));
    merge.take(complete(RIGHT));
    merge.at(5_001);

    assertThat(merge.published()).hasSize(1);
    assertThat(merge.lastPublished().entries()).containsExactly(ADA, BOB);
    assertThat(merge.lastPublished().total()).isEqualTo(3);
    assertThat(merge.stateEntries()).as("of an open board that somebody is shown").isOne();
  }

  @Test
  void ignoresSharesAndMarksOfAnotherStart() throws Exception {
    merge.take(Tops.ofEpoch(7, open(LEFT, 1, ADA)));
    merge.take(Tops.ofEpoch(7, complete(LEFT)));
    merge.take(open(RIGHT, 1, BOB));
    merge.take(complete(RIGHT));
    merge.at(1_000);
    assertThat(merge.published()).isEmpty();

    merge.take(complete(LEFT));
    merge.at(2_000);

    assertThat(merge.lastPublished().entries()).containsExactly(BOB);
  }

  @Test
  void theFirstPublicationIsWhole() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);

    BoardTop top = merge.lastPublished();
    assertThat(top.version()).isEqualTo(MergeRun.START * 1_000);
    assertThat(top.publishedAt()).isEqualTo(MergeRun.time(0));
    assertThat(top.completeUpTo()).isEmpty();
    assertThat(merge.changes()).containsExactly(RankChange.whole(top));
  }

  @Test
  void publishesEvery100MillisecondsHoweverManyChangesCome() throws Exception {
    know();
    for (int millis = 0; millis <= 500; millis += 5) {
      merge.take(open(LEFT, 1, Tops.standing("ada", millis)));
      merge.at(millis);
    }
    merge.at(900);

    assertThat(merge.published())
        .extracting(top -> top.publishedAt().toEpochMilli() - MergeRun.START)
        .containsExactly(0L, 100L, 200L, 300L, 400L, 500L);
    assertThat(merge.lastPublished().entries()).containsExactly(Tops.standing("ada", 500));
    assertThat(merge.timers()).isZero();
  }

  @Test
  void boardsThatAreDueWithinTenMillisecondsArePublishedTogether() throws Exception {
    Board go = Board.of("go");
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.at(3);
    merge.take(Tops.share(go, LEFT, Kind.OPEN, 1, ADA));
    merge.at(3);
    merge.at(8);
    merge.take(open(LEFT, 1, BOB));
    merge.take(Tops.share(go, LEFT, Kind.OPEN, 1, BOB));
    for (int millis = 9; millis <= 130; millis++) {
      merge.at(millis);
    }

    assertThat(merge.published())
        .extracting(top -> top.board().gameId() + " " + after(top.publishedAt()))
        .containsExactly("chess 0", "go 3", "chess 100", "go 110");
  }

  private static long after(Instant time) {
    return time.toEpochMilli() - MergeRun.START;
  }

  @Test
  void publishesAtOnceAfterAQuietTime() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.at(350);
    merge.take(open(RIGHT, 1, BOB));
    merge.at(351);

    assertThat(merge.lastPublished().publishedAt()).isEqualTo(MergeRun.time(351));
  }

  @Test
  void publishesNothingWhenNothingChanged() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.take(open(LEFT, 1, ADA));
    merge.take(open(RIGHT, 0));
    merge.at(1_000);

    assertThat(merge.published()).hasSize(1);
  }

  @Test
  void rankChangesLeadFromOneTopToTheNext() throws Exception {
    know();
    HeldTops reader = new HeldTops();
    List<Share> story =
        List.of(
            open(LEFT, 1, ADA),
            open(RIGHT, 2, BOB, EVE),
            open(LEFT, 0),
            open(RIGHT, 2, Tops.named("bob", 9, 0, "Bob", "GB"), EVE),
            open(LEFT, 2, ADA, Tops.standing("joe", 10)));
    for (int i = 0; i < story.size(); i++) {
      merge.take(story.get(i));
      merge.at(100L * i);
    }
    merge.published().forEach(reader::store);
    merge.changes().forEach(reader::take);

    assertThat(merge.published()).hasSize(5);
    assertThat(reader.reloads()).isZero();
    assertThat(reader.of(CHESS).orElseThrow().entries())
        .isEqualTo(merge.lastPublished().entries())
        .containsExactly(ADA, Tops.standing("joe", 10));
    for (int i = 1; i < 5; i++) {
      assertThat(merge.changes().get(i).appliesTo())
          .contains(merge.published().get(i - 1).version());
    }
  }

  @Test
  void versionsRiseAlsoWhenTheClockIsPutBack() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    long back = Duration.ofHours(-1).toMillis();
    for (int i = 0; i < 5; i++) {
      merge.at(back + 100L * i);
      merge.take(open(LEFT, 1, Tops.standing("ada", i)));
      merge.at(back + 100L * i);
    }

    assertThat(merge.published())
        .extracting(top -> top.version() - MergeRun.START * 1_000)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void everyBoardIsPublishedWholeAfterARestartChangedOrNot() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.restart(1);
    merge.take(Tops.ofEpoch(1, open(LEFT, 1, ADA)));
    merge.take(open(LEFT, 2, ADA, BOB));
    merge.take(Tops.ofEpoch(1, complete(LEFT)));
    merge.take(Tops.ofEpoch(1, complete(RIGHT)));
    merge.at(10);

    assertThat(merge.published()).hasSize(2);
    assertThat(merge.lastPublished().entries()).containsExactly(ADA);
    assertThat(merge.changes().get(1)).isEqualTo(RankChange.whole(merge.lastPublished()));
    assertThat(merge.lastPublished().version()).isGreaterThan(merge.published().get(0).version());
  }

  @Test
  void aBoardThatWasSharedEmptyButNotPublishedYetIsPublishedAfterARestart() throws Exception {
    know();
    merge.take(open(LEFT, 0));
    merge.restart(1);
    merge.take(Tops.ofEpoch(1, complete(LEFT)));
    merge.take(Tops.ofEpoch(1, complete(RIGHT)));
    merge.at(10);

    assertThat(merge.lastPublished().entries()).isEmpty();
    assertThat(merge.stateEntries()).as("nobody is shown on it any more").isZero();
  }

  @Test
  void saysHowFarEventTimeIsCompleteAndByItsClockAtTheEndOfTheLog() throws Exception {
    know();
    merge.watermark(5_000);
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.watermark(Watermark.MAX_WATERMARK.getTimestamp());
    merge.take(open(LEFT, 1, BOB));
    merge.at(100);

    assertThat(merge.published())
        .extracting(BoardTop::asOf)
        .containsExactly(Instant.ofEpochMilli(5_000), MergeRun.time(100));
  }

  @Test
  void finishPublishesWhatIsLeft() throws Exception {
    know();
    merge.take(open(LEFT, 1, ADA));
    merge.at(0);
    merge.take(open(LEFT, 1, BOB));

    merge.finish();

    assertThat(merge.lastPublished().entries()).containsExactly(BOB);
  }

  private void know() throws Exception {
    merge.take(complete(LEFT));
    merge.take(complete(RIGHT));
  }

  private static Share open(KeyGroups players, long total, Standing... entries) {
    return Tops.share(CHESS, players, Kind.OPEN, total, entries);
  }

  private static Share complete(KeyGroups players) {
    return Tops.share(CHESS, players, Kind.OPEN_COMPLETE, 0);
  }
}
