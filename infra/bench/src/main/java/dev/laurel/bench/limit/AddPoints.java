package dev.laurel.bench.limit;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds points to the one value of its key. */
final class AddPoints extends KeyedProcessFunction<String, Unlocked, Long> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Long> score;

  @Override
  public void open(OpenContext context) {
    score = getRuntimeContext().getState(new ValueStateDescriptor<>("score", Types.LONG));
  }

  @Override
  public void processElement(Unlocked unlocked, Context context, Collector<Long> out)
      throws Exception {
    Long before = score.value();
    long after = (before == null ? 0 : before) + unlocked.points();
    score.update(after);
    out.collect(after);
  }
}
