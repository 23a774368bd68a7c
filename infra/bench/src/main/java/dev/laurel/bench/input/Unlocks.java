package dev.laurel.bench.input;

import java.util.SplittableRandom;

/**
 * The unlocks of a log by their place. Each place has dice of its own, so any part of the log can
 * be made alone, and a repeat is found by its distance.
 */
public final class Unlocks {

  /** A repeat comes at most so many events after what it repeats. */
  private static final int REPEATED_WITHIN = 10_000;

  /** Event times run with the log, and are this much early at most. */
  private static final int EARLY_MILLIS = 20_000;

  private static final int POPULAR_STEP = 7_919;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final Input input;
  private final Zipf players;
  private final Zipf games;

  public Unlocks(Input input) {
    this.input = input;
    this.players = new Zipf(input.shape() == Shape.UNIFORM ? 1 : input.players());
    this.games = new Zipf(Input.GAMES);
  }

  /** What stands at a place of the log. */
  public Unlock at(long index) {
    SplittableRandom dice = new SplittableRandom(input.seed() * 31 + index * GOLDEN);
    if (index > 0 && dice.nextInt(100) < Input.REPEATS_PERCENT) {
      return at(index - 1 - dice.nextLong(Math.min(index, REPEATED_WITHIN)));
    }
    return new Unlock(
        index,
        player(dice),
        game(dice),
        dice.nextInt(Input.ACHIEVEMENTS),
        points(dice),
        occurredAt(index, dice));
  }

  private int player(SplittableRandom dice) {
    if (input.shape() == Shape.UNIFORM) {
      return dice.nextInt(input.players());
    }
    return (int) ((long) players.pick(dice) * POPULAR_STEP % input.players());
  }

  private int game(SplittableRandom dice) {
    return switch (input.shape()) {
      case UNIFORM -> dice.nextInt(Input.GAMES);
      case ZIPF -> games.pick(dice);
      case HOT -> dice.nextInt(10) < 9 ? 0 : dice.nextInt(1, Input.GAMES);
    };
  }

  private int points(SplittableRandom dice) {
    int step = Input.MOST_POINTS / input.worths();
    return step * dice.nextInt(1, input.worths() + 1);
  }

  private long occurredAt(long index, SplittableRandom dice) {
    long due = (long) ((double) index / input.events() * Input.SPAN_MILLIS);
    return Input.FIRST.toEpochMilli() + due - dice.nextInt(EARLY_MILLIS);
  }
}
