package dev.laurel.pipeline.outlet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.util.function.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task of a {@link PostgresSink}. Everything here runs in the task's thread, but for the write
 * itself, which reports back through the task's mailbox.
 */
final class PostgresWriter<R> implements StatefulSinkWriter<R, List<R>> {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresWriter.class);
  private static final int MOST_A_BATCH = 5_000;
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final PostgresSink<R> sink;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService clock;
  private final ExecutorService thread;
  private final BatchWriter<R> batches;
  private final Counter written;
  private final Counter failures;
  private final Gathered<R> unsent;
  private boolean isWaitingForTimer;
  private long dueAt;
  private boolean isWriting;
  private Duration pause = FIRST_PAUSE;

  PostgresWriter(PostgresSink<R> sink, WriterInitContext context) {
    this.sink = sink;
    this.mailbox = context.getMailboxExecutor();
    this.clock = context.getProcessingTimeService();
    this.unsent = new Gathered<>(sink.table());
    Progress progress = Progress.of(sink.table(), context.getTaskInfo(), sink.givesWay());
    this.batches = new BatchWriter<>(sink.database(), sink.table(), progress);
    this.thread =
        Executors.newSingleThreadExecutor(work -> new Thread(work, "write " + sink.table().name()));
    SinkWriterMetricGroup metrics = context.metricGroup();
    metrics.gauge("unsentRows", unsent::size);
    this.written = metrics.counter("writtenRows");
    this.failures = metrics.counter("failedWrites");
  }

  /**
   * Takes back rows that were unsent at the last checkpoint. Another parallelism brings the rows of
   * several tasks together, so the same key may come more than once, in any order.
   */
  void restore(List<R> rows) {
    rows.forEach(unsent::restore);
    writeIn(sink.flushEvery());
  }

  /** Rows wait for their time, or until half of all that may wait are there. */
  @Override
  public void write(R row, Context context) throws InterruptedException {
    String key = sink.table().keyOf(row);
    while (unsent.size() >= sink.mostUnsent() && !unsent.holds(key)) {
      mailbox.yield();
    }
    unsent.put(key, row);
    if (unsent.size() >= sink.mostUnsent() / 2 && !isAway()) {
      startWriting();
    } else {
      writeIn(sink.flushEvery());
    }
  }

  /** The end of the log is no time that a table could be complete up to. */
  @Override
  public void writeWatermark(Watermark watermark) {
    if (watermark.getTimestamp() != Long.MAX_VALUE) {
      unsent.reach(watermark.getTimestamp());
      writeIn(longer(sink.flushEvery(), PROGRESS_EVERY));
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    while (endOfInput && !unsent.next(1).isEmpty()) {
      if (!isWaitingForTimer || !isAway()) {
        startWriting();
      }
      mailbox.yield();
    }
  }

  /** Whether the database has not answered lately: it is asked again when the timer says so. */
  private boolean isAway() {
    return !pause.equals(FIRST_PAUSE);
  }

  @Override
  public List<List<R>> snapshotState(long checkpointId) {
    return unsent.size() == 0 ? List.of() : List.of(unsent.rows());
  }

  @Override
  public void close() throws Exception {
    thread.shutdownNow();
    batches.close();
  }

  private void writeIn(Duration delay) {
    long at = clock.getCurrentProcessingTime() + delay.toMillis();
    if (!isWriting && (!isWaitingForTimer || at < dueAt) && !unsent.next(1).isEmpty()) {
      isWaitingForTimer = true;
      dueAt = at;
      var unused = clock.registerTimer(at, time -> onTimer(at));
    }
  }

  /** One that another, earlier one has overtaken says nothing. */
  private void onTimer(long at) {
    if (isWaitingForTimer && at == dueAt) {
      isWaitingForTimer = false;
      startWriting();
    }
  }

  /**
   * Called for every row of a task that is half full, so it has to cost nothing while it writes.
   */
  private void startWriting() {
    if (isWriting) {
      return;
    }
    Gathered.Batch<R> batch = unsent.next(MOST_A_BATCH);
    if (!batch.isEmpty()) {
      isWriting = true;
      thread.execute(() -> writeAndReport(batch));
    }
  }

  private void writeAndReport(Gathered.Batch<R> batch) {
    try {
      batches.write(batch);
      report(() -> onWritten(batch));
    } catch (DatabaseAwayException away) {
      report(() -> onAway(away));
    } catch (Throwable broken) {
      report(() -> fail(broken));
    }
  }

  /** Tells the task; if it has ended in the meantime nobody has to know. */
  private void report(ThrowingRunnable<RuntimeException> outcome) {
    try {
      mailbox.execute(outcome, "write " + sink.table().name());
    } catch (RejectedExecutionException ended) {
      LOG.debug("The task ended while rows of {} were written", sink.table().name(), ended);
    }
  }

  private void onWritten(Gathered.Batch<R> batch) {
    isWriting = false;
    pause = FIRST_PAUSE;
    written.inc(batch.rows().size());
    unsent.written(batch);
    if (unsent.size() >= MOST_A_BATCH) {
      startWriting();
    } else {
      writeIn(sink.flushEvery());
    }
  }

  private void onAway(DatabaseAwayException away) {
    isWriting = false;
    failures.inc();
    LOG.warn(
        "{} rows of {} wait for the database: {}",
        unsent.size(),
        sink.table().name(),
        away.getMessage());
    writeIn(pause);
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
  }

  private void fail(Throwable broken) {
    throw new IllegalStateException(
        "Rows of laurel." + sink.table().name() + " cannot be written: " + broken.getMessage(),
        broken);
  }
}
