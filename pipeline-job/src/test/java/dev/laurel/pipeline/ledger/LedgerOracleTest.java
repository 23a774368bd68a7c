package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.StandingChange;
import dev.laurel.pipeline.catalog.CatalogLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
  private static final long NEVER = 400L * 86_400_000;

  @Property(tries = 150)
  void keepsTheLedgerOfTheOracle(@ForAll long seed) throws Exception {
    Chance chance = new Chance(new Random(seed));
    List<Rule> rules = chance.rules();
    List<Deed> deeds = chance.deeds(60);
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
        newest = deed.sample().event().tellsTime() ? Math.max(newest, deed.occurredAt()) : newest;
        ledger.take(deed.sample());
      } else {
        Rule rule = rules.get(published++);
        ledger.tell(catalog.publish(Deed.time(rule.publishedAt()), rule.json()));
      }
      disturb(chance, ledger, newest);
      if (chance.happens(3)) {
        long upTo = published < rules.size() ? rules.get(published).publishedAt() - 1 : NEVER;
        ledger.tell(catalog.readUpTo(Deed.time(upTo - chance.below(20_000))));
      }
    }
    ledger.tell(catalog.readUpTo(Deed.time(NEVER * 10)));
    ledger.look();
    assertThat(ledger.timersToLookAgain()).isZero();
  }

  private static void disturb(Chance chance, LedgerRun ledger, long newest) throws Exception {
    if (chance.happens(4)) {
      ledger.look();
    }
    if (chance.happens(5) && newest > Long.MIN_VALUE) {
      ledger.watermark(Deed.time(newest - 60_001));
    }
    if (chance.happens(25)) {
      ledger.restart(1 + chance.below(2));
    }
  }

  private static void assertEvents(LedgerRun ledger, Oracle oracle) {
    Map<Long, Long> scored =
        ledger.scored().stream()
            .collect(
                Collectors.toMap(
                    row -> row.event().source().offset(),
                    ScoredEvent::points,
                    Math::addExact,
                    TreeMap::new));
    Map<Long, String> refused =
        ledger.refused().stream()
            .collect(
                Collectors.toMap(
                    letter -> letter.source().offset(),
                    letter -> letter.refusal().reason().name(),
                    (one, other) -> one + " and " + other,
                    TreeMap::new));
    assertThat(refused).isEqualTo(oracle.refused);
    assertThat(scored).isEqualTo(oracle.scored());
    assertThat(ledger.scored()).hasSameSizeAs(scored.keySet());
  }

  private static void assertTotals(LedgerRun ledger, Oracle oracle) {
    Map<String, PlayerTotals> last = new TreeMap<>();
    for (PlayerTotals row : ledger.totals()) {
      PlayerTotals before = last.put(row.playerId(), row);
      assertThat(row.version()).isEqualTo(before == null ? 1 : before.version() + 1);
    }
    last.forEach(
        (player, row) ->
            assertThat(
                    "%s %d %d %s %s"
                        .formatted(
                            shown(row.score(), row.reached().orElse(null)),
                            row.totalActions(),
                            row.actionPoints(),
                            row.username(),
                            row.excluded()))
                .isEqualTo(oracle.totals(player)));
    Map<String, GameScore> scores = new TreeMap<>();
    ledger.scores().forEach(row -> scores.put(row.playerId() + "/" + row.gameId(), row));
    for (String player : Chance.PLAYERS) {
      for (String game : Chance.GAMES) {
        GameScore row = scores.get(player + "/" + game);
        assertThat(row == null ? "0 never" : shown(row.score(), row.reachedAt()))
            .isEqualTo(oracle.standing(player, game));
      }
    }
  }

  private static void assertBoards(LedgerRun ledger, Oracle oracle) {
    Map<String, String> boards = new TreeMap<>();
    for (StandingChange change : ledger.standings()) {
      String line = change.standing().playerId() + " on " + change.board().gameId();
      boolean there = boards.containsKey(line);
      assertThat(change.move() == StandingChange.Move.ENTERS).as(line).isEqualTo(!there);
      boards.put(
          line,
          shown(change.standing().score(), change.standing().reachedAt())
              + " "
              + change.standing().username());
      if (change.move() == StandingChange.Move.LEAVES) {
        boards.remove(line);
      }
    }
    Map<String, String> expected = new TreeMap<>();
    for (String player : Chance.PLAYERS) {
      for (String game : List.of("", "chess", "tag", "go")) {
        String standing = oracle.standing(player, game);
        if (!oracle.isExcluded(player) && !standing.equals("0 never")) {
          expected.put(
              player + " on " + (game.isEmpty() ? "global" : game),
              standing + " " + oracle.name(player));
        }
      }
    }
    assertThat(boards).isEqualTo(expected);
  }

  private static String shown(long score, Instant reachedAt) {
    return score + " " + (reachedAt == null ? "never" : reachedAt);
  }
}
