package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The catalog in broadcast state: every task has all of it, on the heap. Kept for ever, one entry a
 * definition and one for how far it was read.
 */
public final class BroadcastCatalog implements Catalog {
  private static final MapStateDescriptor<String, DefinitionHistory> HISTORIES =
      new MapStateDescriptor<>(
          "definitions", Types.STRING, TypeInformation.of(DefinitionHistory.class));
  private static final MapStateDescriptor<String, Instant> COMPLETENESS =
      new MapStateDescriptor<>("catalog-complete", Types.STRING, Types.INSTANT);
  private static final String UP_TO = "up-to";

  private final BroadcastState<String, DefinitionHistory> histories;
  private final BroadcastState<String, Instant> completeness;

  /** The catalog in a task's state. */
  public BroadcastCatalog(OperatorStateStore store) throws Exception {
    histories = store.getBroadcastState(HISTORIES);
    completeness = store.getBroadcastState(COMPLETENESS);
  }

  /** Takes in what was told. */
  public void update(CatalogUpdate told) throws Exception {
    if (told.published().isEmpty()) {
      completeness.put(UP_TO, told.completeUpTo());
      return;
    }
    Definition definition = told.published().get();
    String key = definition.subject().key();
    DefinitionHistory earlier = histories.get(key);
    histories.put(
        key, earlier == null ? DefinitionHistory.of(definition) : earlier.with(definition));
  }

  @Override
  public Optional<DefinitionHistory> of(Subject subject) {
    return Optional.ofNullable(read(histories, subject.key()));
  }

  @Override
  public Instant completeUpTo() {
    Instant upTo = read(completeness, UP_TO);
    return upTo == null ? Instant.EPOCH : upTo;
  }

  private static <T> T read(BroadcastState<String, T> state, String key) {
    try {
      return state.get(key);
    } catch (Exception unreadable) {
      throw new IllegalStateException("broadcast state of " + key + " cannot be read", unreadable);
    }
  }
}
