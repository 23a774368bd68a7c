package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.ShardHarness.Subtask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers see of a board when the job that publishes it dies and comes back. */
class MergeTopsRestartTest {
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
  void theFirstPublicationAfterARestoreIsWholeAndItsVersionRises() throws Exception {
    take(0, 1, standing("ada", 1), standing("bob", 1));
    at(0);
    BoardTop before = last();
    restart(merge.snapshot(1, 1), START - 5_000);

    take(0, 1, standing("ada", 2), standing("bob", 1));
    at(-4_900);

    assertThat(last().version()).isEqualTo(before.version() + 1);
    assertThat(changes()).containsExactly(RankChange.whole(last()));
  }

  @Test
  void aShardsTopNotPublishedBeforeTheSnapshotIsPublishedAfterTheRestore() throws Exception {
    take(0, 1, standing("ada", 1));
    at(0);
    take(0, 1, standing("ada", 2));
    restart(merge.snapshot(1, 1), START + 60_000);

    at(60_001);

    assertThat(published()).hasSize(1);
    assertThat(last().entries()).containsExactly(standing("ada", 2));
  }

  @Test
  void changesThatCameToNothingSinceTheSnapshotAreTakenBack() throws Exception {
    take(0, 2, standing("ada", 5), standing("bob", 1));
    at(0);
    OperatorSubtaskState state = merge.snapshot(1, 1);
    take(0, 1, standing("bob", 1));
    at(100);
    BoardTop lost = last();
    assertThat(lost.entries()).containsExactly(standing("bob", 1));

    restart(state, START + 200);
    take(0, 2, standing("ada", 5), standing("bob", 1));
    at(300);

    assertThat(changes()).containsExactly(RankChange.whole(last()));
    assertThat(last().version()).isGreaterThan(lost.version());
    assertThat(last().entries()).containsExactly(standing("ada", 5), standing("bob", 1));
  }

  private void restart(OperatorSubtaskState state, long now) throws Exception {
    merge.close();
    merge = ShardHarness.mergeTops(2, PUBLISH_EVERY, Subtask.only(state));
    merge.getProcessingTimeService().setCurrentTime(now);
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
