package dev.laurel.pipeline.catalog;

import dev.laurel.pipeline.event.SourceRecord;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * That the catalog tells nothing of event time, and holds nobody back: its stream is idle from the
 * start.
 */
public final class CatalogTime implements WatermarkGenerator<SourceRecord> {

  private CatalogTime() {}

  /** No watermarks. */
  public static WatermarkStrategy<SourceRecord> none() {
    return WatermarkStrategy.<SourceRecord>forGenerator(context -> new CatalogTime());
  }

  @Override
  public void onEvent(SourceRecord record, long timestamp, WatermarkOutput output) {
    output.markIdle();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.markIdle();
  }
}
