package dev.laurel.bench.input;

/** How events are spread over players and games. */
public enum Shape {
  /** Every player and every game as often as any other. */
  UNIFORM(50, 5),
  /** The n-th player and the n-th game 1/n times as often as the first. */
  ZIPF(50, 5),
  /** Players as in {@link #ZIPF}; nine events of ten are of one game, the others of any other. */
  HOT(50, 5),
  /** Players in many games on many days: every player as often, in every game, all the time. */
  HEAVY(300, 400),
  /** As many games and days, but each player in one game on one day. */
  LIGHT(300, 400),
  /** Players in turn, each in one game on many days. */
  IN_1_GAME(1, 60),
  /** Players in turn, each in ten games on many days. */
  IN_10_GAMES(10, 60),
  /** Players in turn, each in a hundred games on many days. */
  IN_100_GAMES(100, 60);

  /** Games of a log. */
  final int games;

  /** Days that a log spans. */
  final int days;

  Shape(int games, int days) {
    this.games = games;
    this.days = days;
  }

  /** Games of a log. */
  public int games() {
    return games;
  }
}
