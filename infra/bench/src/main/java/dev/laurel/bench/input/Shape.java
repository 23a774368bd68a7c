package dev.laurel.bench.input;

/** How events are spread over players and games. */
public enum Shape {
  /** Every player and every game as often as any other. */
  UNIFORM,
  /** The n-th player and the n-th game 1/n times as often as the first. */
  ZIPF,
  /** Players as in {@link #ZIPF}; nine events of ten are of one game, the others of any other. */
  HOT
}
