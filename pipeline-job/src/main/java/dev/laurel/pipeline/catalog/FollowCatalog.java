package dev.laurel.pipeline.catalog;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.event.UnreadableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * Turns the records of the topic {@code catalog} into versions of definitions, and tells from time
 * to time up to which log time all of them have been told: whenever it has read up to an end that
 * {@link CatalogEnd} saw at some time, nothing published before that time is missing. Runs with a
 * parallelism of one.
 *
 * <p>The time is taken from this machine's clock and compared with the broker's, so it is put back
 * by {@link #CLOCK_SKEW}; if the clocks are further apart, an event that comes right behind a
 * change of its price may be judged by the old one.
 *
 * <p>State: every definition, for ever, and the offset of the last one.
 */
public final class FollowCatalog extends AbstractStreamOperator<CatalogUpdate>
    implements OneInputStreamOperator<SourceRecord, CatalogUpdate>, ProcessingTimeCallback {
  private static final long serialVersionUID = 1L;
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);
  private static final Duration LOOKED_UP_WITHIN = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Records that are no definition. */
  public static final OutputTag<DeadLetter> UNREADABLE =
      new OutputTag<>("unreadable-definitions") {
        private static final long serialVersionUID = 1L;
      };

  private final CatalogEnd end;
  private transient Definitions definitions;
  private transient long nextOffset;
  private transient ListState<Definition> definitionsState;
  private transient ListState<Long> nextOffsetState;
  private transient WatchCatalogEnd watch;
  private transient long openedAt;

  public FollowCatalog(CatalogEnd end) {
    this.end = end;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    var store = context.getOperatorStateStore();
    definitionsState =
        store.getListState(
            new ListStateDescriptor<>("definitions", TypeInformation.of(Definition.class)));
    nextOffsetState = store.getListState(new ListStateDescriptor<>("next-offset", Types.LONG));
    definitions = new Definitions();
    for (Definition definition : definitionsState.get()) {
      definitions.restore(definition);
    }
    for (long offset : nextOffsetState.get()) {
      nextOffset = offset;
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    openedAt = getProcessingTimeService().getCurrentProcessingTime();
    watch = WatchCatalogEnd.start(end, LOOK_EVERY);
    lookLater();
  }

  @Override
  public void processElement(StreamRecord<SourceRecord> element) {
    SourceRecord source = element.getValue();
    nextOffset = source.offset() + 1;
    try {
      Definition version = definitions.add(DefinitionReader.read(source));
      output.collect(new StreamRecord<>(CatalogUpdate.published(version)));
    } catch (UnreadableRecordException unreadable) {
      output.collect(UNREADABLE, new StreamRecord<>(new DeadLetter(source, unreadable.refusal())));
    }
  }

  @Override
  public void onProcessingTime(long time) {
    watch
        .latest()
        .filter(seen -> seen.endOffset() <= nextOffset)
        .map(seen -> seen.at().minus(CLOCK_SKEW))
        .ifPresent(upTo -> output.collect(new StreamRecord<>(CatalogUpdate.complete(upTo))));
    lookLater();
  }

  private void lookLater() {
    ProcessingTimeService clock = getProcessingTimeService();
    var unused =
        clock.registerTimer(clock.getCurrentProcessingTime() + LOOK_EVERY.toMillis(), this);
  }

  /** Where it is read to an end, it is complete up to when that end was looked up. */
  @Override
  public void finish() throws Exception {
    Instant upTo = Instant.ofEpochMilli(openedAt).minus(LOOKED_UP_WITHIN);
    output.collect(new StreamRecord<>(CatalogUpdate.complete(upTo)));
    super.finish();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    definitionsState.clear();
    for (Definition definition : definitions.all()) {
      definitionsState.add(definition);
    }
    nextOffsetState.update(List.of(nextOffset));
  }

  @Override
  public void close() throws Exception {
    if (watch != null) {
      watch.close();
    }
    super.close();
  }
}
