package dev.laurel.bench.sql;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.table.data.RowData;

/** The sink behind the connector {@code boards}. */
final class HoldBoards implements Sink<RowData> {
  private static final long serialVersionUID = 1L;

  @Override
  public SinkWriter<RowData> createWriter(WriterInitContext context) {
    return new Writer();
  }

  private static final class Writer implements SinkWriter<RowData> {

    @Override
    public void write(RowData row, Context context) {
      HeldBoards.apply(row);
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
