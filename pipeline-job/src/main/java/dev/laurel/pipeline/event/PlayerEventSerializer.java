package dev.laurel.pipeline.event;

import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes and reads events as {@link EventBlock} says. Every event crosses an exchange, and Flink's
 * own way, by reflection and with a call on the network buffer for each of 40 fields, took longer
 * than anything else that is done with it; {@code WireCost} among the tests measures both. Events
 * are never changed, so none is ever copied. Not for use by two threads at once.
 */
final class PlayerEventSerializer extends TypeSerializer<PlayerEvent> {
  private static final long serialVersionUID = 1L;

  /** Events have no two lengths alike. */
  private static final int ANY_LENGTH = -1;

  private transient ByteBlock block = new ByteBlock();

  @Override
  public void serialize(PlayerEvent event, DataOutputView out) throws IOException {
    block.clear();
    EventBlock.put(event, block);
    block.write(out);
  }

  @Override
  public PlayerEvent deserialize(DataInputView in) throws IOException {
    block.read(in);
    return EventBlock.take(block);
  }

  @Override
  public PlayerEvent deserialize(PlayerEvent reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    ByteBlock.copy(in, out);
  }

  @Override
  public PlayerEvent copy(PlayerEvent event) {
    return event;
  }

  @Override
  public PlayerEvent copy(PlayerEvent event, PlayerEvent reuse) {
    return event;
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public int getLength() {
    return ANY_LENGTH;
  }

  /** The vessel that Flink may ask for, which is never filled. */
  @Override
  public PlayerEvent createInstance() {
    SourceRecord nowhere = new SourceRecord("", 0, 0, Instant.EPOCH, null, null);
    return new EventDraft(EventType.UNLOCK, nowhere).event();
  }

  @Override
  public TypeSerializer<PlayerEvent> duplicate() {
    return new PlayerEventSerializer();
  }

  @Override
  public TypeSerializerSnapshot<PlayerEvent> snapshotConfiguration() {
    return new PlayerEventSnapshot();
  }

  /** The block does not travel with the job's graph. */
  private Object readResolve() {
    return new PlayerEventSerializer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlayerEventSerializer;
  }

  @Override
  public int hashCode() {
    return PlayerEventSerializer.class.hashCode();
  }
}
