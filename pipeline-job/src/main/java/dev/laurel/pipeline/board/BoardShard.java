package dev.laurel.pipeline.board;

/**
 * A share of a board's players. The shards of a board hold each of its players once, so the board's
 * top is among the tops of its shards, and no board is one core's work. A key type.
 */
public record BoardShard(Board board, int shard) {
  /** Shards of a board: state is kept by them, so their number never changes. */
  private static final int SHARDS = 8;

  /** The shard that holds the player of the change. */
  public static BoardShard of(StandingChange change) {
    int hash = change.standing().playerId().hashCode();
    int mixed = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return new BoardShard(change.board(), Math.floorMod(mixed ^ (mixed >>> 15), SHARDS));
  }
}
