package dev.laurel.bench.laurel;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Takes the rows of a table in the place of PostgreSQL; Flink's own counter counts them. */
final class CountRows extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<Object, Void> {
  private static final long serialVersionUID = 1L;

  static StreamOperatorFactory<Void> factory() {
    return SimpleOperatorFactory.of(new CountRows());
  }

  @Override
  public void processElement(StreamRecord<Object> row) {}
}
