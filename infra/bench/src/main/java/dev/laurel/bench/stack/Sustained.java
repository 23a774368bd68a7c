package dev.laurel.bench.stack;

import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.PacedLog;
import dev.laurel.bench.input.Shape;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Events at a pace, Zipf 1.0 over a million players, everything on, everything on this machine; an
 * event of a new player, and one of the busiest, every few seconds tell how old rows are.
 *
 * @param perSecond records a second, profiles included
 * @param warmUp the first part, in which processes that have just started compile and fill caches
 * @param during for how long, the warm-up included
 */
record Sustained(
    RunningStack stack, long perSecond, Duration warmUp, Duration during, Consumer<String> say) {
  static final String LOG = "player-events";

  private static final int PLAYERS = 1_000_000;

  /** The rest are profiles. */
  static final int UNLOCKS_PERCENT = 88;

  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Event time that the tables have reached, so that a probe is not ahead of the log. */
  private static final String REACHED =
      """
      select coalesce(extract(epoch from max(complete_up_to)) * 1000, %d)::bigint
      from laurel.pipeline_freshness where table_name = 'player_daily_stats'"""
          .formatted(Input.FIRST.toEpochMilli());

  private static final String RECEIVED =
      "select coalesce(sum(received), 0) from laurel.log_daily_counts";

  Load run() throws IOException, InterruptedException, SQLException {
    long unlocks = perSecond * during.toSeconds() * UNLOCKS_PERCENT / 100;
    Input input = new Input(Shape.ZIPF, unlocks, PLAYERS, 10_000, true, 20_261_122);
    String brokers = stack.addresses().bootstrapServers();
    PacedLog log = new PacedLog(brokers, LOG, input, 0, perSecond);
    long records = log.records();
    try (Connection connection = stack.connect()) {
      Written before = Written.upToNow(connection);
      long receivedBefore = RunningStack.number(connection, RECEIVED);
      FutureTask<Long> sending = new FutureTask<>(log::send);
      Thread.ofPlatform().name("sender").start(sending);
      List<Load.Look> looks = look(sending, connection, receivedBefore);
      // Fails where the sending did.
      var unused = sending.get();
      long all = records + 2L * looks.size();
      awaitReceived(connection, receivedBefore + all);
      Written written = Written.upToNow(connection).since(before);
      return new Load(perSecond, warmUp.toSeconds(), all, looks, written);
    } catch (ExecutionException failed) {
      throw new IOException("the log could not be sent: " + failed.getCause(), failed);
    }
  }

  private List<Load.Look> look(FutureTask<Long> sending, Connection connection, long receivedBefore)
      throws IOException, InterruptedException, SQLException {
    List<Load.Look> looks = new ArrayList<>();
    Instant start = Instant.now();
    try (Probe probe = new Probe(stack)) {
      while (!sending.isDone()) {
        Instant next = start.plus(PROBE_EVERY.multipliedBy(looks.size() + 1L));
        TimeUnit.MILLISECONDS.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        Instant reached = Instant.ofEpochMilli(RunningStack.number(connection, REACHED));
        long age = probe.ageMillis(PLAYERS + looks.size(), reached);
        long received = RunningStack.number(connection, RECEIVED) - receivedBefore;
        long busiest = probe.busiestAgeMillis(reached);
        looks.add(new Load.Look(seconds, age, busiest, received));
        say.accept(looks.getLast().toString());
      }
    }
    return looks;
  }

  /** Until all rows are there: those that are counted last tell. */
  private static void awaitReceived(Connection connection, long records)
      throws SQLException, InterruptedException, IOException {
    Instant latest = Instant.now().plus(PATIENCE);
    while (RunningStack.number(connection, RECEIVED) < records) {
      if (Instant.now().isAfter(latest)) {
        throw new IOException(
            "%,d records were sent, %,d received"
                .formatted(records, RunningStack.number(connection, RECEIVED)));
      }
      TimeUnit.SECONDS.sleep(1);
    }
    TimeUnit.SECONDS.sleep(10);
  }
}
