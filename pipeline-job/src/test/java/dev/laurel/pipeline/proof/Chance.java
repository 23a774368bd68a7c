package dev.laurel.pipeline.proof;

import java.util.List;
import java.util.Random;

/** What happens by chance, all of it decided by one seed. */
public final class Chance {
  private final Random random;

  public Chance(long seed) {
    this.random = new Random(seed);
  }

  public boolean happens(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** A number from 0 to just below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The name and a number from 0 to just below the bound. */
  String named(String name, int bound) {
    return name + below(bound);
  }
}
