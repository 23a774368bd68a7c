package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.ShardHarness.Subtask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeTopsTest {
  private static final Duration PUBLISH_EVERY = Duration.ofMillis(100);
  private static final Board CHESS = Board.of("chess");
  private static final long START = 1_795_305_600_000L;

  private KeyedOneInputStreamOperatorTestHarness<Board, ShardTop, BoardTop> merge;

  @BeforeEach
  void start() throws Exception {
    merge = ShardHarness.mergeTops(2, PUBLISH_EVERY, Subtask.only());
    merge.setProcessingTime(START);
  }

  @AfterEach
  void stop() throws Exception {
    merge.close();
  }

  @Test
  void publishesTheFirstTopAtOnceAndWhole() throws Exception {
    take(0, 7, standing("ada", 10));
    at(0);

    BoardTop top = published().get(0);
    assertThat(top.version()).isEqualTo(START * 1_000);
    assertThat(top.publishedAt()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(top.completeUpTo()).isEmpty();
    assertThat(top.total()).isEqualTo(7);
    assertThat(changes()).containsExactly(RankChange.whole(top));
    assertThat(merge.numProcessingTimeTimers()).isZero();
    assertThat(merge.numKeyedStateEntries()).as("a shard's top, the published one").isEqualTo(2);
  }

  @Test
  void mergesTheTopsOfAllShards() throws Exception {
    take(0, 5, standing("ada", 10), standing("bob", 3));
    take(1, 6, standing("eve", 11), standing("joe", 10));
    take(7, 0);
    at(0);

    assertThat(published()).hasSize(1);
    assertThat(published().get(0).entries())
        .containsExactly(standing("eve", 11), standing("ada", 10));
    assertThat(published().get(0).total()).isEqualTo(11);
  }

  @Test
  void publishesOnceEvery100MillisecondsHoweverManyChangesCome() throws Exception {
    for (int millis = 0; millis <= 1_000; millis += 5) {
      take(0, 1, standing("ada", millis));
      at(millis);
    }
    at(1_300);

    assertThat(published())
        .extracting(top -> top.publishedAt().toEpochMilli() - START)
        .containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, 1_000L);
    assertThat(published().get(10).entries()).containsExactly(standing("ada", 1_000));
    assertThat(merge.numProcessingTimeTimers()).isZero();
  }

  @Test
  void publishesAtOnceAfterAQuietTime() throws Exception {
    take(0, 1, standing("ada", 1));
    at(0);
    at(350);
    take(0, 1, standing("ada", 2));
    at(351);

    assertThat(published()).hasSize(2);
    assertThat(changes().get(1)).isEqualTo(RankChange.between(published().get(0), last()));
  }

  @Test
  void publishesNothingWhenNothingChanged() throws Exception {
    take(0, 1, standing("ada", 1));
    at(0);
    take(0, 1, standing("ada", 1));
    take(1, 0);
    at(1_000);

    assertThat(published()).hasSize(1);
  }

  @Test
  void publishesWhenOnlyTheTotalChanged() throws Exception {
    take(0, 3, standing("ada", 1));
    at(0);
    take(0, 4, standing("ada", 1));
    at(100);

    assertThat(last().total()).isEqualTo(4);
    assertThat(changes().get(1).changes()).isEmpty();
  }

  @Test
  void saysHowFarEventTimeIsCompleteAndNoFurtherThanItsClockAtTheEndOfTheLog() throws Exception {
    merge.processWatermark(new Watermark(5_000));
    take(0, 1, standing("ada", 1));
    at(0);
    merge.processWatermark(Watermark.MAX_WATERMARK);
    take(0, 1, standing("ada", 2));
    at(100);

    assertThat(published().get(0).completeUpTo()).contains(Instant.ofEpochMilli(5_000));
    assertThat(last().completeUpTo()).contains(Instant.ofEpochMilli(START + 100));
  }

  @Test
  void keepsPublishingWithRisingVersionsWhenTheClockIsPutBack() throws Exception {
    take(0, 1, standing("ada", 1));
    at(0);
    long anHour = Duration.ofHours(1).toMillis();
    for (int millis = 0; millis <= 400; millis += 10) {
      take(0, 1, standing("ada", 2 + millis));
      at(millis - anHour);
    }
    at(600 - anHour);

    assertThat(published()).hasSize(6);
    assertThat(last().entries()).containsExactly(standing("ada", 402));
    assertThat(published()).isSortedAccordingTo((a, b) -> Long.compare(a.version(), b.version()));
    assertThat(published()).extracting(BoardTop::version).doesNotHaveDuplicates();
  }

  private void at(long millis) throws Exception {
    merge.setProcessingTime(START + millis);
  }

  private void take(int shard, long total, Standing... top) throws Exception {
    merge.processElement(new ShardTop(new BoardShard(CHESS, shard), total, List.of(top)), 0);
  }

  private List<BoardTop> published() {
    return merge.extractOutputValues();
  }

  private BoardTop last() {
    return published().get(published().size() - 1);
  }

  private List<RankChange> changes() {
    return merge.getSideOutput(MergeTops.RANK_CHANGES).stream()
        .map(StreamRecord::getValue)
        .toList();
  }

  private static Standing standing(String player, long score) {
    return new Standing(player, score, Instant.EPOCH, null, null);
  }
}
