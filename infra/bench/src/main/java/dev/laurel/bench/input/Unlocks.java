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

  /** Players of one game a player who play at a time. */
  private static final int PLAY_TOGETHER = 200;

  private static final int POPULAR_STEP = 7_919;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final Input input;
  private final Zipf players;
  private final Zipf games;

  public Unlocks(Input input) {
    this.input = input;
    this.players = new Zipf(drawsByZipf(input.shape()) ? input.players() : 1);
    this.games = new Zipf(input.shape().games);
  }

  /** What stands at a place of the log. */
  public Unlock at(long index) {
    SplittableRandom dice = new SplittableRandom(input.seed() * 31 + index * GOLDEN);
    if (index > 0 && dice.nextInt(100) < Input.REPEATS_PERCENT) {
      return at(index - 1 - dice.nextLong(Math.min(index, REPEATED_WITHIN)));
    }
    int player = player(index, dice);
    return new Unlock(
        index,
        player,
        game(index, player, dice),
        dice.nextInt(Input.ACHIEVEMENTS),
        points(dice),
        occurredAt(index, dice));
  }

  private static boolean drawsByZipf(Shape shape) {
    return shape == Shape.ZIPF || shape == Shape.HOT;
  }

  private int player(long index, SplittableRandom dice) {
    return switch (input.shape()) {
      case UNIFORM, HEAVY -> dice.nextInt(input.players());
      case ZIPF, HOT -> (int) ((long) players.pick(dice) * POPULAR_STEP % input.players());
      case LIGHT -> (playerOfTheTime(index) + dice.nextInt(PLAY_TOGETHER)) % input.players();
      case IN_1_GAME, IN_10_GAMES, IN_100_GAMES -> (int) (index % input.players());
    };
  }

  private int playerOfTheTime(long index) {
    return (int) (index * input.players() / input.events());
  }

  private int game(long index, int player, SplittableRandom dice) {
    return switch (input.shape()) {
      case UNIFORM, HEAVY -> dice.nextInt(input.shape().games);
      case ZIPF -> games.pick(dice);
      case HOT -> dice.nextInt(10) < 9 ? 0 : dice.nextInt(1, input.shape().games);
      case LIGHT -> player % input.shape().games;
      case IN_1_GAME, IN_10_GAMES, IN_100_GAMES ->
          (int) (index / input.players() % input.shape().games);
    };
  }

  private int points(SplittableRandom dice) {
    int step = Input.MOST_POINTS / input.worths();
    return step * dice.nextInt(1, input.worths() + 1);
  }

  private long occurredAt(long index, SplittableRandom dice) {
    long due = (long) ((double) index / input.events() * input.spanMillis());
    return Input.FIRST.toEpochMilli() + due - dice.nextInt(EARLY_MILLIS);
  }
}
