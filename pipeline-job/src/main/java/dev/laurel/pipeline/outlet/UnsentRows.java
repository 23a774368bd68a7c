package dev.laurel.pipeline.outlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Rows in a checkpoint. The form of the rows is written in front of them, so that a later version,
 * whose rows may have more fields, reads them as they were written.
 */
final class UnsentRows<R> implements SimpleVersionedSerializer<List<R>> {
  private final TypeSerializer<R> rows;

  UnsentRows(TypeSerializer<R> rows) {
    this.rows = rows;
  }

  @Override
  public int getVersion() {
    return 1;
  }

  @Override
  public byte[] serialize(List<R> unsent) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, rows.snapshotConfiguration());
    out.writeInt(unsent.size());
    for (R row : unsent) {
      rows.serialize(row, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<R> deserialize(int version, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    TypeSerializerSnapshot<R> form =
        TypeSerializerSnapshot.readVersionedSnapshot(
            in, Thread.currentThread().getContextClassLoader());
    TypeSerializer<R> reader = form.restoreSerializer();
    int size = in.readInt();
    List<R> unsent = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      unsent.add(reader.deserialize(in));
    }
    return unsent;
  }
}
