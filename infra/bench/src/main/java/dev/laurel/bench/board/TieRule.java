package dev.laurel.bench.board;

/** Who stands first of players with the same score. */
public enum TieRule {
  /** Who reached it earlier, then the smaller id: Laurel's rule. */
  REACHED_FIRST,
  /** The smaller id: as far as SQL's fast plan can go. */
  SMALLER_ID
}
