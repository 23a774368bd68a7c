package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardTopTest {
  private static final Standing ADA = standing("ada", 40);
  private static final Standing BOB = standing("bob", 30);
  private static final Standing CID = standing("cid", 20);
  private static final Standing DAN = standing("dan", 10);

  @Test
  void mergesTheBestOfAllShards() {
    List<ShardTop> shards = List.of(shard(0, 3, BOB, DAN), shard(1, 2, ADA, CID));

    assertThat(ShardTop.merge(shards, 2)).containsExactly(ADA, BOB);
  }

  @Test
  void givesNothingThatAPlayerOfAShardCutForASmallerTopMayPrecede() {
    List<ShardTop> shards = List.of(shard(0, 2, BOB), shard(1, 3, ADA, CID, DAN));

    assertThat(ShardTop.merge(shards, 3)).containsExactly(ADA, BOB);
  }

  @Test
  void givesAllOfShardsThatTellAllTheirPlayers() {
    List<ShardTop> shards = List.of(shard(0, 1, BOB), shard(1, 3, ADA, CID, DAN));

    assertThat(ShardTop.merge(shards, 10)).containsExactly(ADA, BOB, CID, DAN);
  }

  private static ShardTop shard(int shard, long total, Standing... top) {
    return new ShardTop(new BoardShard(Board.global(), shard), total, List.of(top));
  }

  private static Standing standing(String player, long score) {
    return new Standing(player, score, Instant.EPOCH, null, null);
  }
}
