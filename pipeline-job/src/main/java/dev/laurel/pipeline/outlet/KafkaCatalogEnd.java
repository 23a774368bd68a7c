package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.catalog.CatalogEnd;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker where the topic {@code catalog} ends. The topic has one partition, and is written
 * without transactions, whose markers would count as records that nobody can read.
 */
final class KafkaCatalogEnd implements CatalogEnd.Connection {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;
  private final TopicPartition catalog;

  KafkaCatalogEnd(Brokers brokers, String topic) {
    admin = Admin.create(brokers.clientProperties());
    catalog = new TopicPartition(topic, 0);
  }

  @Override
  public long endOffset() throws Exception {
    return admin
        .listOffsets(Map.of(catalog, OffsetSpec.latest()))
        .partitionResult(catalog)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .offset();
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
