package dev.laurel.pipeline.board;

import java.util.List;
import java.util.Optional;

/**
 * What a shard contributes to its board. A state and wire type.
 *
 * @param total players in the shard
 * @param top its best standings in rank order
 */
public record ShardTop(BoardShard shard, long total, List<Standing> top) {

  /**
   * The best standings of all shards, at most {@code topSize}. A shard that tells fewer than that,
   * though it has more players, was cut for a smaller top; its other players rank behind its last
   * one, and so may any, so nothing behind the foremost of such last ones is given: the top may be
   * short, never wrong.
   */
  static List<Standing> merge(List<ShardTop> shards, int topSize) {
    Optional<Standing> foremostCut =
        shards.stream()
            .filter(shard -> shard.top().size() < Math.min(topSize, shard.total()))
            .map(shard -> shard.top().get(shard.top().size() - 1))
            .min(Standing.RANK_ORDER);
    return shards.stream()
        .flatMap(shard -> shard.top().stream())
        .filter(standing -> foremostCut.map(cut -> !cut.ranksBefore(standing)).orElse(true))
        .sorted(Standing.RANK_ORDER)
        .limit(topSize)
        .toList();
  }

  /** The board it belongs to. */
  public Board board() {
    return shard.board();
  }
}
