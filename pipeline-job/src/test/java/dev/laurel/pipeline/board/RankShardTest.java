package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.pipeline.board.ShardHarness.Subtask;
import dev.laurel.pipeline.board.StandingChange.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankShardTest {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Board CHESS = Board.of("chess");

  private KeyedOneInputStreamOperatorTestHarness<BoardShard, StandingChange, ShardTop> shard;

  @BeforeEach
  void start() throws Exception {
    shard = ShardHarness.rankShard(2, TICK, Subtask.only());
    shard.setProcessingTime(1_000);
  }

  @AfterEach
  void stop() throws Exception {
    shard.close();
  }

  @Test
  void tellsItsTopAtTheNextTickOnceForAllChanges() throws Exception {
    take(Move.ENTERS, standing("ada", 10));
    take(Move.STAYS, standing("ada", 20));
    take(Move.STAYS, standing("ada", 5));

    assertThat(shard.extractOutputValues()).isEmpty();
    assertThat(shard.numProcessingTimeTimers()).isEqualTo(1);
    shard.setProcessingTime(1_050);

    assertThat(shard.extractOutputValues())
        .containsExactly(new ShardTop(keyOf("ada"), 1, List.of(standing("ada", 5))));
    assertThat(shard.numProcessingTimeTimers()).isZero();
    assertThat(shard.numKeyedStateEntries()).isEqualTo(2);
  }

  @Test
  void countsWhoEntersAndWhoLeaves() throws Exception {
    List<String> players = ofOneShard(2);
    take(Move.ENTERS, standing(players.get(0), 10));
    take(Move.STAYS, standing(players.get(0), 11));
    take(Move.ENTERS, standing(players.get(1), 9));
    shard.setProcessingTime(1_050);
    take(Move.LEAVES, standing(players.get(0), 11));
    shard.setProcessingTime(1_100);
    take(Move.ENTERS, standing(players.get(0), 12));
    shard.setProcessingTime(1_150);

    assertThat(shard.extractOutputValues()).extracting(ShardTop::total).containsExactly(2L, 1L, 2L);
  }

  @Test
  void whoLeavesTakesTheirStateAlong() throws Exception {
    take(Move.ENTERS, standing("ada", 10));
    take(Move.LEAVES, standing("ada", 10));
    shard.setProcessingTime(1_050);

    assertThat(last()).isEqualTo(new ShardTop(keyOf("ada"), 0, List.of()));
    assertThat(shard.numKeyedStateEntries()).as("only the number of players").isEqualTo(1);
  }

  @Test
  void aChangeFarBelowTheTopIsNotTold() throws Exception {
    fill(1_000, 2 + Leaders.RESERVE + 20);
    int told = shard.extractOutputValues().size();

    take(Move.STAYS, standing("q0", -5));

    assertThat(shard.numProcessingTimeTimers()).isZero();
    shard.setProcessingTime(5_000);
    assertThat(shard.extractOutputValues()).hasSize(told);
  }

  @Test
  void aTopThatRanOutOfReserveIsReadAgainFromTheStandings() throws Exception {
    List<String> players = fill(1_000, 2 + Leaders.RESERVE + 20);
    for (String best : players.subList(20, players.size())) {
      take(Move.STAYS, standing(best, -1_000));
    }
    shard.setProcessingTime(5_000);

    assertThat(last().top())
        .containsExactly(standing(players.get(19), 1_019), standing(players.get(18), 1_018));
    assertThat(last().total()).isEqualTo(players.size());
  }

  @Test
  void aChangeNotToldBeforeTheSnapshotIsToldAfterTheRestore() throws Exception {
    take(Move.ENTERS, standing("ada", 10));
    OperatorSubtaskState state = shard.snapshot(1, 1);

    restart(state, 9_000);
    shard.setProcessingTime(9_001);

    assertThat(shard.extractOutputValues())
        .containsExactly(new ShardTop(keyOf("ada"), 1, List.of(standing("ada", 10))));
  }

  @Test
  void goesOnFromTheRestoredStandings() throws Exception {
    List<String> players = fill(1_000, 5);
    restart(shard.snapshot(1, 1), 9_000);

    take(Move.LEAVES, standing(players.get(4), 1_004));
    shard.setProcessingTime(9_050);

    assertThat(last().top())
        .containsExactly(standing(players.get(3), 1_003), standing(players.get(2), 1_002));
    assertThat(last().total()).isEqualTo(4);
  }

  @Test
  void boardsDoNotMix() throws Exception {
    Standing ada = standing("ada", 10);
    take(Move.ENTERS, ada);
    shard.processElement(new StandingChange(Board.of("go"), standing("ada", 3), Move.ENTERS), 0);
    shard.setProcessingTime(1_050);

    assertThat(shard.extractOutputValues())
        .extracting(told -> told.board().gameId(), told -> told.top().get(0).score())
        .containsExactlyInAnyOrder(tuple("chess", 10L), tuple("go", 3L));
  }

  /** Lets so many players of one shard enter, each a point better than the one before. */
  private List<String> fill(long score, int players) throws Exception {
    List<String> names = ofOneShard(players);
    for (int i = 0; i < players; i++) {
      take(Move.ENTERS, standing(names.get(i), score + i));
    }
    shard.setProcessingTime(2_000);
    return names;
  }

  private static List<String> ofOneShard(int players) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "q" + i)
        .filter(player -> keyOf(player).equals(keyOf("q0")))
        .limit(players)
        .toList();
  }

  private void restart(OperatorSubtaskState state, long now) throws Exception {
    shard.close();
    shard = ShardHarness.rankShard(2, TICK, Subtask.only(state));
    shard.getProcessingTimeService().setCurrentTime(now);
  }

  private void take(Move move, Standing standing) throws Exception {
    shard.processElement(new StandingChange(CHESS, standing, move), 0);
  }

  private ShardTop last() {
    List<ShardTop> told = shard.extractOutputValues();
    return told.get(told.size() - 1);
  }

  private static BoardShard keyOf(String player) {
    return BoardShard.of(new StandingChange(CHESS, standing(player, 0), Move.STAYS));
  }

  private static Standing standing(String player, long score) {
    return new Standing(player, score, Instant.EPOCH, null, null);
  }
}
