package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.event.PlayerEvent;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractBroadcastStreamOperatorTestHarness;

/** Flink's harness around a task of the ledger: keyed by player, with the catalog broadcast. */
final class LedgerTask
    extends AbstractBroadcastStreamOperatorTestHarness<PlayerEvent, CatalogUpdate, Share> {

  LedgerTask(
      TwoInputStreamOperator<PlayerEvent, CatalogUpdate, Share> ledger,
      int keyGroups,
      int parallelism,
      int index)
      throws Exception {
    super(ledger, keyGroups, parallelism, index);
    KeySelector<PlayerEvent, String> player = PlayerEvent::playerId;
    config.setStatePartitioner(0, player);
    config.setStateKeySerializer(Types.STRING.createSerializer(new SerializerConfigImpl()));
    config.serializeAllConfigs();
  }

  /** The catalog tells nothing of event time. */
  @Override
  public void open() throws Exception {
    super.open();
    getTwoInputOperator().processWatermarkStatus2(WatermarkStatus.IDLE);
  }
}
