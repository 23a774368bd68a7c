package dev.laurel.pipeline.outlet;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes rows to a table, the newest of each key, without ever making the job wait for the
 * database.
 *
 * <p>Rows gather on the heap, where a newer row of a key takes the place of the older: what is
 * unsent is bounded by the keys that changed, not by time. A thread of its own writes them in
 * batches and tries again for as long as the database is away. A checkpoint holds what is unsent
 * and what is being sent; it waits for nothing. After a restart these rows are written again, which
 * the guarded statement of the {@link Table} makes harmless. Only when {@code mostUnsent} rows have
 * gathered does the job wait, so that nothing is lost.
 *
 * @param flushEvery how long rows gather, at most
 * @param mostUnsent how many rows may gather in one task before the job waits
 * @param givesWay whether it leaves it to a job beside it to say how far the table is complete
 */
record PostgresSink<R>(
    Database database,
    Table<R> table,
    TypeSerializer<R> rows,
    Duration flushEvery,
    int mostUnsent,
    boolean givesWay)
    implements Sink<R>, SupportsWriterState<R, List<R>> {

  @Override
  public SinkWriter<R> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<R, List<R>> restoreWriter(
      WriterInitContext context, Collection<List<R>> unsent) {
    PostgresWriter<R> writer = new PostgresWriter<>(this, context);
    unsent.forEach(writer::restore);
    return writer;
  }

  @Override
  public SimpleVersionedSerializer<List<R>> getWriterStateSerializer() {
    return new UnsentRows<>(rows);
  }
}
