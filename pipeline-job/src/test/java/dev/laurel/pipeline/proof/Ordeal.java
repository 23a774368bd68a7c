package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.catalog.CatalogLog;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.event.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.state.StateBackend;

/**
 * The job reads a log and a catalog while everything happens to it that can: the two come at any
 * pace, watermarks and shares are slow, it is checkpointed, killed, restored with more or fewer
 * tasks and with other boards.
 */
final class Ordeal implements AutoCloseable {
  private static final long PATIENCE = 60_000;
  private static final long STEP = 60;

  /** Enough for late revisions, which are conflated for 10 s, and for a scan before them. */
  private static final int STEPS_OF_REST = 800;

  /** A checkpoint, and how far log and catalog had been read. */
  private record Checkpoint(JobRun.Snapshot snapshot, int taken, int published) {}

  private final Chance chance;
  private final StateBackend backend;
  private final List<Rule> rules;
  private final List<Deed> deeds;
  private final List<CatalogUpdate> definitions = new ArrayList<>();
  private final CatalogLog catalog = new CatalogLog();
  private final Told told = new Told();
  private Display display;
  private Checkpoint checkpoint = new Checkpoint(JobRun.Snapshot.NONE, 0, 0);
  private Shape shape;
  private JobRun job;
  private Partitions partitions = new Partitions();
  private long now = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();
  private long checkpoints;
  private long greatestWatermark = Long.MIN_VALUE;
  private int taken;
  private int mostTaken;
  private int published;

  Ordeal(Chance chance, StateBackend backend, Display display, List<Rule> rules, List<Deed> deeds)
      throws Exception {
    this.chance = chance;
    this.backend = backend;
    this.rules = rules;
    this.deeds = deeds;
    for (Rule rule : rules) {
      definitions.add(catalog.publish(Instant.ofEpochMilli(rule.publishedAt()), rule.json()));
    }
    this.display = display;
    shape = Shape.small(chance, display);
    job = new JobRun(shape, backend, JobRun.Snapshot.NONE, now, told);
  }

  boolean isOver() {
    return taken == deeds.size();
  }

  Told told() {
    return told;
  }

  /** Lets something happen. */
  void go() throws Exception {
    switch (chance.below(12)) {
      case 0 -> publish();
      case 1 -> readCatalogUpTo(nextPublication() - 1 - chance.below(20_000));
      case 2 -> watermark(chance.below(job.ledgers()), partitions.watermark());
      case 3 -> clock(10L * chance.below(40));
      case 4 -> job.deliver(1 + chance.below(5));
      case 5 -> disturb();
      default -> take();
    }
  }

  private void disturb() throws Exception {
    switch (chance.below(12)) {
      case 0, 1, 2, 3, 4 -> checkpoint();
      case 5, 6, 7 -> restore();
      default -> clock(1_000L * chance.below(20));
    }
  }

  /** The next record of the log. */
  private void take() throws Exception {
    if (!isOver()) {
      Deed deed = deeds.get(taken++);
      mostTaken = Math.max(mostTaken, taken);
      Arrival arrival = deed.sample().read();
      partitions.read(deed.player(), arrival);
      if (arrival.readable().isPresent()) {
        job.take(arrival.event());
      }
    }
  }

  private void publish() throws Exception {
    if (published < rules.size()) {
      job.tell(definitions.get(published++));
    }
  }

  private long nextPublication() {
    return published < rules.size()
        ? rules.get(published).publishedAt()
        : Instant.parse("2999-01-01T00:00:00Z").toEpochMilli();
  }

  private void readCatalogUpTo(long time) throws Exception {
    job.tell(catalog.readUpTo(Instant.ofEpochMilli(time)));
  }

  private void watermark(int ledger, long watermark) throws Exception {
    if (watermark > Long.MIN_VALUE) {
      greatestWatermark = Math.max(greatestWatermark, watermark);
      job.watermark(ledger, watermark);
    }
  }

  private void reach(long watermark) throws Exception {
    for (int ledger = 0; ledger < job.ledgers(); ledger++) {
      watermark(ledger, watermark);
    }
  }

  private void clock(long millis) throws Exception {
    now += millis;
    job.clock(now);
  }

  private void checkpoint() throws Exception {
    checkpoint = new Checkpoint(job.snapshot(++checkpoints), taken, published);
  }

  /**
   * Starts the job from a savepoint with other boards. Only for a job that has caught up: what one
   * that died told of boards that there are no more when the log is read again, nobody knows.
   */
  void changeBoards() throws Exception {
    rest();
    checkpoint();
    display = Displays.any(chance);
    restore();
  }

  /** Kills the job and starts it from the last checkpoint. */
  private void restore() throws Exception {
    job.close();
    now += chance.below(2_000);
    shape = Shape.small(chance, display);
    job = new JobRun(shape, backend, checkpoint.snapshot(), now, told);
    taken = checkpoint.taken();
    partitions = new Partitions();
    catchUpWithCatalog(checkpoint.published());
  }

  /**
   * The catalog is short: it is read again, and what waited for it judged, before the log goes on.
   */
  private void catchUpWithCatalog(int from) throws Exception {
    for (CatalogUpdate definition : definitions.subList(from, published)) {
      job.tell(definition);
    }
    readCatalogUpTo(catalog.completeUpTo().toEpochMilli());
    clock(250);
  }

  /** Whether nothing was taken before the last restart that is not taken again yet. */
  boolean hasCaughtUp() {
    return taken == mostTaken;
  }

  /** Event time is complete that much further than it ever was. */
  void letEventTimePass(long millis) {
    greatestWatermark = Math.max(greatestWatermark, partitions.watermark());
    greatestWatermark += greatestWatermark == Long.MIN_VALUE ? 0 : millis;
  }

  /** Lets everything come to rest, and holds what was told to the oracle. */
  void assertExact() throws Exception {
    if (taken > 0) {
      long upTo = deeds.get(taken - 1).loggedAt() + PATIENCE;
      while (nextPublication() <= upTo) {
        publish();
      }
      readCatalogUpTo(upTo);
    }
    letEventTimePass(0);
    reach(greatestWatermark);
    rest();
    comparison().assertSame();
  }

  private void rest() throws Exception {
    for (int i = 0; i < STEPS_OF_REST; i++) {
      clock(STEP);
      job.deliver(Integer.MAX_VALUE);
    }
  }

  /** Everything that is shown now, but for names, which closed boards do not have. */
  Shown shown() {
    return new Shown(
        unnamed(comparison().shown()),
        Rows.players(told.players),
        Rows.playerScores(told.scores),
        Rows.deadLetters(told.refused));
  }

  private static Map<String, Top> unnamed(Map<String, Top> tops) {
    Map<String, Top> unnamed = new TreeMap<>();
    tops.forEach((key, top) -> unnamed.put(key, top.unnamed()));
    return unnamed;
  }

  private Comparison comparison() {
    Oracle oracle = new Oracle(rules, deeds.subList(0, taken));
    return new Comparison(told, oracle, display, greatestWatermark);
  }

  @Override
  public void close() throws Exception {
    job.close();
  }
}
