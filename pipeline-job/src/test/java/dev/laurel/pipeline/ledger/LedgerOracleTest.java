package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.StandingChange;
import dev.laurel.pipeline.catalog.CatalogLog;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.proof.Chance;
import dev.laurel.pipeline.proof.Deed;
import dev.laurel.pipeline.proof.Display;
import dev.laurel.pipeline.proof.Oracle;
import dev.laurel.pipeline.proof.RandomCatalog;
import dev.laurel.pipeline.proof.RandomLog;
import dev.laurel.pipeline.proof.Ranking;
import dev.laurel.pipeline.proof.Ranking.Line;
import dev.laurel.pipeline.proof.Rows;
import dev.laurel.pipeline.proof.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

/**
 * The ledger does as the oracle says, at whatever pace log and catalog are read, wherever the
 * watermark is, and wherever it is stopped and started again.
 */
class LedgerOracleTest {
  private static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");
  private static final int PLAYERS = 4;
  private static final Display SHOWN =
      new Display(Set.of("global", "game"), Set.of("everyone"), Set.of("all-time"), 1);

  @Property(tries = 150)
  void keepsTheLedgerOfTheOracle(@ForAll long seed) throws Exception {
    Chance chance = new Chance(seed);
    RandomLog log = new RandomLog(chance, PLAYERS);
    List<Rule> rules = new RandomCatalog(chance, log.beginning()).rules();
    List<Deed> deeds = log.deeds(60);
    Oracle oracle = new Oracle(rules, deeds);

    try (LedgerRun ledger = new LedgerRun(new HashMapStateBackend())) {
      run(chance, rules, deeds, ledger);

      assertEvents(ledger, oracle);
      assertTotals(ledger, oracle);
      assertBoards(ledger, oracle);
    }
  }

  private static void run(Chance chance, List<Rule> rules, List<Deed> deeds, LedgerRun ledger)
      throws Exception {
    CatalogLog catalog = new CatalogLog();
    int published = 0;
    int taken = 0;
    long newest = Long.MIN_VALUE;
    int haste = 1 + chance.below(6);
    while (published < rules.size() || taken < deeds.size()) {
      if (taken < deeds.size() && (published == rules.size() || chance.happens(haste))) {
        Deed deed = deeds.get(taken++);
        Arrival arrival = deed.sample().read();
        newest = Math.max(newest, arrival.eventTime().orElse(newest));
        if (arrival.readable().isPresent()) {
          ledger.take(arrival.event());
        }
      } else {
        Rule rule = rules.get(published++);
        ledger.tell(catalog.publish(Instant.ofEpochMilli(rule.publishedAt()), rule.json()));
      }
      disturb(chance, ledger, newest);
      if (chance.happens(3)) {
        Instant upTo =
            published < rules.size()
                ? Instant.ofEpochMilli(rules.get(published).publishedAt() - 1)
                : NEVER;
        ledger.tell(catalog.readUpTo(upTo.minusMillis(chance.below(20_000))));
      }
    }
    ledger.tell(catalog.readUpTo(NEVER));
    ledger.look();
    assertThat(ledger.timersToLookAgain()).isZero();
  }

  private static void disturb(Chance chance, LedgerRun ledger, long newest) throws Exception {
    if (chance.happens(4)) {
      ledger.look();
    }
    if (chance.happens(5) && newest > Long.MIN_VALUE) {
      ledger.watermark(Instant.ofEpochMilli(newest - 60_001));
    }
    if (chance.happens(25)) {
      ledger.restart(1 + chance.below(2));
    }
  }

  private static void assertEvents(LedgerRun ledger, Oracle oracle) {
    Map<Long, String> refused = new TreeMap<>(oracle.refused());
    refused.values().removeIf("FROM_THE_FUTURE"::equals);
    assertThat(Rows.deadLetters(ledger.refused())).isEqualTo(refused);
    assertThat(Rows.scoreEvents(ledger.scored())).isEqualTo(oracle.scored());
    assertThat(ledger.scored()).hasSameSizeAs(oracle.scored().keySet());
  }

  private static void assertTotals(LedgerRun ledger, Oracle oracle) {
    Map<String, PlayerTotals> last = new TreeMap<>();
    for (PlayerTotals row : ledger.totals()) {
      PlayerTotals before = last.put(row.playerId(), row);
      assertThat(row.version()).isEqualTo(before == null ? 1 : before.version() + 1);
    }
    assertThat(Rows.players(ledger.totals())).isEqualTo(oracle.totals());
    assertThat(Rows.playerScores(ledger.scores())).isEqualTo(oracle.gameTotals());
  }

  private static void assertBoards(LedgerRun ledger, Oracle oracle) {
    Map<String, Map<String, Line>> boards = new TreeMap<>();
    for (StandingChange change : ledger.standings()) {
      Map<String, Line> board =
          boards.computeIfAbsent(change.board().key(), key -> new TreeMap<>());
      Line line = Line.of(change.standing());
      assertThat(change.move() == StandingChange.Move.ENTERS)
          .as("%s on %s", line, change.board())
          .isEqualTo(!board.containsKey(line.player()));
      board.put(line.player(), line);
      if (change.move() == StandingChange.Move.LEAVES) {
        board.remove(line.player());
      }
    }
    boards.values().removeIf(Map::isEmpty);
    Map<String, Map<String, Line>> expected = new TreeMap<>();
    oracle.boards(SHOWN).forEach((key, ranking) -> expected.put(key, byPlayer(ranking)));
    assertThat(boards).isEqualTo(expected);
  }

  private static Map<String, Line> byPlayer(Ranking ranking) {
    return ranking.lines().stream().collect(Collectors.toMap(Line::player, line -> line));
  }
}
