package dev.laurel.pipeline;

import dev.laurel.pipeline.MemoryLog.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads the partitions it is given, a record of each in turn, and looks for more when there are
 * none.
 */
final class MemoryLogReader<T> implements SourceReader<T, Place> {
  private static final long LOOK_AGAIN_MILLIS = 5;

  private final List<List<Object>> partitions;
  private final Class<T> type;
  private final List<Place> places = new ArrayList<>();

  MemoryLogReader(List<List<Object>> partitions, Class<T> type) {
    this.partitions = partitions;
    this.type = type;
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    boolean found = false;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      List<Object> records = partitions.get(place.partition());
      if (place.next() < records.size()) {
        T next = type.cast(records.get(place.next()));
        output.createOutputForSplit(place.splitId()).collect(next, 0);
        places.set(i, new Place(place.partition(), place.next() + 1));
        found = true;
      }
    }
    return found ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
  }

  @Override
  public void addSplits(List<Place> added) {
    places.addAll(added);
  }

  @Override
  public List<Place> snapshotState(long checkpoint) {
    return List.copyOf(places);
  }

  @Override
  public void start() {}

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
