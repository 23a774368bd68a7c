package dev.laurel.pipeline.proof;

import java.time.Duration;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/** The job is right where a hand can reckon it, on boards that are open and on closed ones. */
class JobCasesTest implements TieCases, RemovalCases, LatenessCases, RegionCases {
  private static final int SEEDS = 5;

  /** Closes what has ended, months too, and lets nothing be forgotten. */
  private static final long MONTH = Duration.ofDays(32).toMillis();

  @Override
  public Shown play(Script script, Display display) throws Exception {
    for (long seed = 1; seed < SEEDS; seed++) {
      Shown unused = play(seed, script, display);
    }
    return play(SEEDS, script, display);
  }

  private static Shown play(long seed, Script script, Display display) throws Exception {
    Chance chance = new Chance(seed);
    try (Ordeal ordeal =
        new Ordeal(chance, new HashMapStateBackend(), display, script.rules(), script.deeds())) {
      while (!ordeal.isOver()) {
        ordeal.go();
      }
      ordeal.assertExact();
      if (chance.happens(2)) {
        ordeal.letEventTimePass(MONTH);
        ordeal.assertExact();
      }
      return ordeal.shown();
    }
  }
}
