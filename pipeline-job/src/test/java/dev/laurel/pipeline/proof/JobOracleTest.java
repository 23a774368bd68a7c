package dev.laurel.pipeline.proof;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/**
 * Whatever happens to the job, its boards, totals and dead letters are those of the oracle. All of
 * a try follows from the number it is given, which a failure names. The numbers are the same in
 * every build, so that a failure is that of a change; without {@code seed} they are new ones.
 */
class JobOracleTest {
  private static final long HOUR = 3_600_000;
  private static final List<Long> LEAPS =
      List.of(0L, 7 * HOUR, 55 * HOUR, 900 * HOUR, 9_000 * HOUR);

  @Property(seed = "1", tries = 500, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theJobTellsWhatTheOracleSays(@ForAll long seed) throws Exception {
    play(seed, new HashMapStateBackend());
  }

  @Property(seed = "2", tries = 5, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theJobTellsWhatTheOracleSaysFromRocksDb(@ForAll long seed) throws Exception {
    play(seed, new EmbeddedRocksDBStateBackend(false));
  }

  static void play(long seed, StateBackend backend) throws Exception {
    Chance chance = new Chance(seed);
    RandomLog log = new RandomLog(chance, 1 + chance.below(RandomLog.PLAYERS.size()));
    List<Rule> rules = new RandomCatalog(chance, log.beginning()).rules();
    List<Deed> deeds = log.deeds(20 + chance.below(100));
    try (Ordeal ordeal = new Ordeal(chance, backend, Displays.any(chance), rules, deeds)) {
      while (!ordeal.isOver()) {
        ordeal.go();
        if (chance.happens(30) && ordeal.hasCaughtUp()) {
          ordeal.assertExact();
        }
        if (chance.happens(60) && ordeal.hasCaughtUp()) {
          ordeal.changeBoards();
        }
      }
      ordeal.assertExact();
      ordeal.letEventTimePass(chance.any(LEAPS));
      ordeal.assertExact();
    }
  }
}
