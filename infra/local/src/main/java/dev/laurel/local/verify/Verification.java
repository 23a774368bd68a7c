package dev.laurel.local.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares until all rows have been found equal, or it is plain that some will not be.
 *
 * <p>Tables run behind the log, and the log may grow. So what differs is looked at again every
 * second, with what has been logged since; a row that was found equal once is done. What still
 * differs when that has been expected of it for as long as is waited differs for good, provided
 * that the tables had received all that was read when it was expected first. Everything else, after
 * twice that time, is undecided: rows that change all the time, and tables that have not got there.
 */
final class Verification {

  /** The log, read on and on. */
  interface Log {
    /** Reads up to where it ends now. */
    void readOn(Reckoning into) throws IOException;
  }

  /** The tables to be held to it. */
  interface Tables {
    Freshness freshness() throws SQLException;

    /** Compares a table; only rows with these keys, if there are any. */
    Comparison compare(Table table, Freshness tables, Set<Key> only) throws SQLException;
  }

  /** Lets a second pass. */
  interface Pause {
    void aSecond() throws InterruptedException;
  }

  /** What came of it, of which rows, and how many of each table were compared. */
  record Result(Verdict verdict, Map<Table, Comparison> differing, Map<Table, Long> compared) {}

  private final Reckoning reckoning;
  private final Log log;
  private final Tables tables;
  private final Clock clock;
  private final Pause pause;
  private final Duration wait;
  private final Map<Table, Long> compared = new EnumMap<>(Table.class);

  Verification(
      Reckoning reckoning, Log log, Tables tables, Clock clock, Pause pause, Duration wait) {
    this.reckoning = reckoning;
    this.log = log;
    this.tables = tables;
    this.clock = clock;
    this.pause = pause;
    this.wait = wait;
  }

  Result run() throws IOException, SQLException, InterruptedException {
    log.readOn(reckoning);
    boolean covered = awaitCovered();
    Map<Table, Comparison> differing = compare(tables.freshness(), Map.of());
    Standings standings = new Standings(wait);
    Instant end = clock.instant().plus(wait.multipliedBy(2));
    standings.note(differing.values(), clock.instant(), reckoning.records());
    while (!differing.isEmpty()
        && mayCatchUp(covered, differing.keySet())
        && !standings.areAllOver(clock.instant())
        && clock.instant().isBefore(end)) {
      pause.aSecond();
      log.readOn(reckoning);
      differing = compare(tables.freshness(), differing);
      standings.note(differing.values(), clock.instant(), reckoning.records());
    }
    return new Result(verdict(standings, covered, differing), differing, compared);
  }

  /** Tables that have not received the log by now are not waited for again. */
  private static boolean mayCatchUp(boolean covered, Set<Table> differing) {
    return covered || differing.equals(Set.of(Table.LOG_DAILY_COUNTS));
  }

  private Verdict verdict(Standings standings, boolean covered, Map<Table, Comparison> differing)
      throws SQLException {
    if (differing.isEmpty()) {
      return Verdict.EQUAL;
    }
    boolean countsAlone = differing.keySet().equals(Set.of(Table.LOG_DAILY_COUNTS));
    long received = countsAlone ? Long.MAX_VALUE : tables.freshness().received();
    return (covered || countsAlone) && standings.isAnyOver(clock.instant(), received)
        ? Verdict.DIFFERENT
        : Verdict.UNDECIDED;
  }

  private boolean awaitCovered() throws SQLException, InterruptedException {
    Instant end = clock.instant().plus(wait);
    boolean covered = tables.freshness().received() >= reckoning.records();
    while (!covered && clock.instant().isBefore(end)) {
      pause.aSecond();
      covered = tables.freshness().received() >= reckoning.records();
    }
    return covered;
  }

  /** Compares what differed before; everything, if nothing was compared yet. */
  private Map<Table, Comparison> compare(Freshness fresh, Map<Table, Comparison> before)
      throws SQLException {
    Map<Table, Comparison> differing = new EnumMap<>(Table.class);
    Collection<Table> which = before.isEmpty() ? List.of(Table.values()) : before.keySet();
    for (Table table : which) {
      Set<Key> only = before.isEmpty() ? Set.of() : keys(before.get(table));
      Comparison comparison = tables.compare(table, fresh, only);
      compared.putIfAbsent(table, comparison.equal() + comparison.differing());
      if (!comparison.isEqual()) {
        differing.put(table, comparison);
      }
    }
    return differing;
  }

  /** The keys that differ; none, which stands for all, where there are more than are known. */
  private static Set<Key> keys(Comparison before) {
    Set<Key> keys = new HashSet<>();
    if (before.differing() == before.first().size()) {
      before.first().forEach(difference -> keys.add(difference.key()));
    }
    return keys;
  }
}
