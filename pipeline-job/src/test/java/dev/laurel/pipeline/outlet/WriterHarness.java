package dev.laurel.pipeline.outlet;

import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** One task of a {@link PostgresSink} in Flink's harness: the test is its clock and its mailman. */
final class WriterHarness<R> implements AutoCloseable {
  static final int MOST_UNSENT = 1_000;
  static final Duration FLUSH_EVERY = Duration.ofMillis(200);

  private final OneInputStreamOperatorTestHarness<R, CommittableMessage<Void>> task;
  private long now;

  /** A task that starts from what tasks before it left, in any number. */
  WriterHarness(Database database, Table<R> table, Class<R> type, OperatorSubtaskState... left)
      throws Exception {
    TypeSerializer<R> rows = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    var sink = new PostgresSink<>(database, table, rows, FLUSH_EVERY, MOST_UNSENT, false);
    task =
        new OneInputStreamOperatorTestHarness<>(new SinkWriterOperatorFactory<R, Void>(sink), rows);
    task.setup();
    if (left.length > 0) {
      task.initializeState(AbstractStreamOperatorTestHarness.repackageState(left));
    }
    task.open();
  }

  void write(R row) throws Exception {
    task.processElement(row, 0);
  }

  /** Lets the time pass after which rows are written. */
  void flushIsDue() throws Exception {
    now += FLUSH_EVERY.toMillis();
    task.setProcessingTime(now);
  }

  /** Waits for the word of the writing thread and acts on it. */
  void hearFromWriter() throws Exception {
    task.getTaskMailbox().take(TaskMailbox.MIN_PRIORITY).run();
  }

  OperatorSubtaskState snapshot() throws Exception {
    task.prepareSnapshotPreBarrier(1);
    return task.snapshot(1, 1);
  }

  @Override
  public void close() throws Exception {
    task.close();
  }
}
