package dev.laurel.pipeline.board;

import java.util.List;

/**
 * What a shard contributes to its board. A state and wire type.
 *
 * @param total players in the shard
 * @param top its best standings in rank order
 */
public record ShardTop(BoardShard shard, long total, List<Standing> top) {

  /** The board it belongs to. */
  public Board board() {
    return shard.board();
  }
}
