package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.List;

/** Short words for standings, shares and tasks in tests. */
final class Tops {
  static final Standing ADA = standing("ada", 10);
  static final Standing BOB = standing("bob", 9);

  private Tops() {}

  static Standing standing(String player, long score) {
    return named(player, score, 0, null, null);
  }

  static Standing named(String player, long score, long reachedAt, String name, String region) {
    return new Standing(player, score, Instant.ofEpochMilli(reachedAt), name, region);
  }

  /** A whole share. */
  static Share share(
      Board board, KeyGroups players, Share.Kind kind, long total, Standing... entries) {
    return Share.whole(board, players, -1, kind, total, List.of(entries));
  }

  /** A whole share of a closed board. */
  static Share closed(Board board, KeyGroups players, long total, Standing... entries) {
    return share(board, players, Share.Kind.CLOSED, total, entries);
  }

  /** The same of another start. */
  static Share ofEpoch(long epoch, Share share) {
    return new Share(
        share.board(),
        share.players(),
        epoch,
        share.kind(),
        share.whole(),
        share.total(),
        share.entries(),
        share.come(),
        share.gone());
  }

  /** What a reader of a task's shares holds of a board: the last word of each player. */
  static Part applied(List<Share> shares, Board board) {
    Part part = Part.NONE;
    for (Share share : shares) {
      if (share.board().equals(board)) {
        part = part.with(share);
      }
    }
    return part;
  }
}
