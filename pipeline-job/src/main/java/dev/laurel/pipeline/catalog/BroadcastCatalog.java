package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The catalog in broadcast state: every task has all of it, on the heap. Kept for ever, one entry a
 * definition and one for how far it was read; it is read beside the state, from an index of it.
 */
public final class BroadcastCatalog {
  private static final MapStateDescriptor<String, DefinitionHistory> HISTORIES =
      new MapStateDescriptor<>(
          "definitions", Types.STRING, TypeInformation.of(DefinitionHistory.class));
  private static final MapStateDescriptor<String, Instant> COMPLETENESS =
      new MapStateDescriptor<>("catalog-complete", Types.STRING, Types.INSTANT);
  private static final String UP_TO = "up-to";

  private final BroadcastState<String, DefinitionHistory> histories;
  private final BroadcastState<String, Instant> completeness;
  private final CatalogIndex read = new CatalogIndex();

  /** The catalog in a task's state. */
  public BroadcastCatalog(OperatorStateStore store) throws Exception {
    histories = store.getBroadcastState(HISTORIES);
    completeness = store.getBroadcastState(COMPLETENESS);
    for (Map.Entry<String, DefinitionHistory> known : histories.immutableEntries()) {
      read.put(known.getValue());
    }
    Instant upTo = completeness.get(UP_TO);
    read.completeUpTo(upTo == null ? Instant.EPOCH : upTo);
  }

  /** Takes in what was told. */
  public void update(CatalogUpdate told) throws Exception {
    if (told.published().isEmpty()) {
      read.completeUpTo(told.completeUpTo());
      completeness.put(UP_TO, told.completeUpTo());
      return;
    }
    Definition definition = told.published().get();
    String key = definition.subject().key();
    DefinitionHistory earlier = histories.get(key);
    DefinitionHistory history =
        earlier == null ? DefinitionHistory.of(definition) : earlier.with(definition);
    histories.put(key, history);
    read.put(history);
  }

  /** The catalog as it is read. */
  public Catalog catalog() {
    return read;
  }
}
