package dev.laurel.pipeline;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A log in memory that goes on: partitions of records, each read in order from its beginning or
 * from where a savepoint was. What is appended while a job runs is read by it.
 */
final class MemoryLog<T>
    implements Source<T, MemoryLog.Place, List<MemoryLog.Place>>, ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, List<List<Object>>> LOGS = new ConcurrentHashMap<>();

  /** Where a partition is read next. */
  record Place(int partition, int next) implements SourceSplit {
    @Override
    public String splitId() {
      return Integer.toString(partition);
    }
  }

  private final String name;
  private final Class<T> type;

  /** An empty log; one of the same name is forgotten. */
  MemoryLog(String name, Class<T> type, int partitions) {
    this.name = name;
    this.type = type;
    List<List<Object>> empty = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      empty.add(new CopyOnWriteArrayList<>());
    }
    LOGS.put(name, empty);
  }

  void append(int partition, T record) {
    LOGS.get(name).get(partition).add(record);
  }

  /** How many records a partition has. */
  static int size(String log, int partition) {
    return LOGS.get(log).get(partition).size();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<T, Place> createReader(SourceReaderContext context) {
    return new MemoryLogReader<>(LOGS.get(name), type);
  }

  @Override
  public SplitEnumerator<Place, List<Place>> createEnumerator(
      SplitEnumeratorContext<Place> context) {
    List<Place> beginnings = new ArrayList<>();
    for (int partition = 0; partition < LOGS.get(name).size(); partition++) {
      beginnings.add(new Place(partition, 0));
    }
    return restoreEnumerator(context, beginnings);
  }

  @Override
  public SplitEnumerator<Place, List<Place>> restoreEnumerator(
      SplitEnumeratorContext<Place> context, List<Place> unread) {
    return new MemoryLogPartitions(context, unread);
  }

  @Override
  public SimpleVersionedSerializer<Place> getSplitSerializer() {
    return new Bytes<>(
        place -> ByteBuffer.allocate(8).putInt(place.partition()).putInt(place.next()).array(),
        bytes -> new Place(ByteBuffer.wrap(bytes).getInt(0), ByteBuffer.wrap(bytes).getInt(4)));
  }

  @Override
  public SimpleVersionedSerializer<List<Place>> getEnumeratorCheckpointSerializer() {
    return new Bytes<>(
        places -> {
          ByteBuffer bytes = ByteBuffer.allocate(8 * places.size());
          places.forEach(place -> bytes.putInt(place.partition()).putInt(place.next()));
          return bytes.array();
        },
        bytes -> {
          List<Place> places = new ArrayList<>();
          for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            places.add(new Place(left.getInt(), left.getInt()));
          }
          return places;
        });
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }

  private record Bytes<V>(Function<V, byte[]> write, Function<byte[], V> read)
      implements SimpleVersionedSerializer<V> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(V value) {
      return write.apply(value);
    }

    @Override
    public V deserialize(int version, byte[] bytes) {
      return read.apply(bytes);
    }
  }
}
