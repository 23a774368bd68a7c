package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Share;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Hands on what the ledger tells, all of it in one vessel, which nobody keeps: a new one for each
 * row was a tenth of what the job allocated.
 */
final class Outbox {
  private final Output<StreamRecord<Share>> output;
  private final StreamRecord<Object> vessel = new StreamRecord<>(null);

  Outbox(Output<StreamRecord<Share>> output) {
    this.output = output;
  }

  void share(Share share) {
    output.collect(vessel.replace(share));
  }

  /** To the side. */
  <T> void tell(OutputTag<T> side, T row) {
    output.collect(side, vessel.replace(row));
  }
}
