package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers here stand in savepoints: state is found by them. They never change. */
class BoardShardTest {
  private static final int PLAYERS = 16_000;

  @Test
  void aPlayerIsAlwaysOnTheSameShard() {
    assertThat(shardOf("ada")).isEqualTo(6);
    assertThat(shardOf("bob")).isEqualTo(7);
    assertThat(shardOf("player-1")).isEqualTo(5);
    assertThat(shardOf("max_verstappen@f1")).isEqualTo(0);
    assertThat(shardOf("00000000-0000-4000-8000-000000000001")).isEqualTo(0);
  }

  @Test
  void everyBoardSharesItsPlayersOutAlike() {
    assertThat(BoardShard.of(change(Board.of("chess"), "ada")).shard()).isEqualTo(shardOf("ada"));
    assertThat(BoardShard.of(change(Board.of("chess"), "ada")).board())
        .isEqualTo(Board.of("chess"));
  }

  @Test
  void playersSpreadEvenlyOverEightShards() {
    assertThat(spread("player-%d")).hasSize(8).allSatisfy(BoardShardTest::isAnEighth);
    assertThat(spread("%08x-0000-4000-8000-000000000000")).allSatisfy(BoardShardTest::isAnEighth);
    assertThat(spread("steam:7656119%010d")).allSatisfy(BoardShardTest::isAnEighth);
  }

  @Test
  void keysHashAlikeInEveryProcess() {
    assertThat(Board.global().hashCode()).isEqualTo(-1_993_120_527);
    assertThat(Board.of("chess").hashCode()).isEqualTo(-1_739_558_589);
    assertThat(new BoardShard(Board.of("chess"), 7).hashCode()).isEqualTo(1_908_258_596);
  }

  private static Map<Integer, Long> spread(String name) {
    return IntStream.range(0, PLAYERS)
        .mapToObj(i -> shardOf(name.formatted(i)))
        .collect(Collectors.groupingBy(shard -> shard, Collectors.counting()));
  }

  private static void isAnEighth(Integer shard, Long players) {
    assertThat(shard).isBetween(0, 7);
    assertThat(players).isBetween(PLAYERS / 8L * 85 / 100, PLAYERS / 8L * 115 / 100);
  }

  private static int shardOf(String player) {
    return BoardShard.of(change(Board.global(), player)).shard();
  }

  private static StandingChange change(Board board, String player) {
    Standing standing = new Standing(player, 1, Instant.EPOCH, null, null);
    return new StandingChange(board, standing, StandingChange.Move.ENTERS);
  }
}
