package dev.laurel.bench.ranks;

import java.util.Locale;

/**
 * The players of the board that is measured, the same in every store: 100,000 different scores, and
 * a tenth of all on one. {@link FillTables} says the same in SQL.
 *
 * @param players how many there are
 */
record Members(int players) {
  private static final int SCORES = 100_000;
  private static final int TIED_SCORE = SCORES / 2;

  static String id(int number) {
    return String.format(Locale.ROOT, "p%08d", number);
  }

  static long score(int number) {
    return number % 10 == 3 ? TIED_SCORE : number * 7919L % SCORES;
  }

  /** One of those who share a score; {@code draw} is any number. */
  int tied(int draw) {
    return Math.floorMod(draw, players / 10) * 10 + 3;
  }

  /** Any of them. */
  int any(int draw) {
    return Math.floorMod(draw, players);
  }
}
