package dev.laurel.pipeline.event;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Stands in a savepoint beside its events and says how they are written. Events name their format
 * themselves, so those of older ones are read as they lie; those that were written field by field,
 * before events wrote themselves, are read by Flink's own serializer and written anew.
 */
public final class PlayerEventSnapshot implements TypeSerializerSnapshot<PlayerEvent> {
  private static final int VERSION = 1;

  private int format = EventBlock.FORMAT;

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeInt(format);
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader classes) throws IOException {
    format = in.readInt();
  }

  @Override
  public TypeSerializer<PlayerEvent> restoreSerializer() {
    return new PlayerEventSerializer();
  }

  @Override
  public TypeSerializerSchemaCompatibility<PlayerEvent> resolveSchemaCompatibility(
      TypeSerializerSnapshot<PlayerEvent> older) {
    if (older instanceof PlayerEventSnapshot events && events.format <= format) {
      return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }
    return older instanceof PojoSerializerSnapshot
        ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
