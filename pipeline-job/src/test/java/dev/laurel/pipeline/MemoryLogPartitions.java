package dev.laurel.pipeline;

import dev.laurel.pipeline.MemoryLog.Place;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Shares the partitions of a log out to its readers, once all of them are there. */
final class MemoryLogPartitions implements SplitEnumerator<Place, List<Place>> {
  private final SplitEnumeratorContext<Place> context;
  private final List<Place> unread;

  MemoryLogPartitions(SplitEnumeratorContext<Place> context, List<Place> unread) {
    this.context = context;
    this.unread = new ArrayList<>(unread);
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int reader) {
    if (context.registeredReaders().size() == context.currentParallelism()) {
      for (Place place : unread) {
        context.assignSplit(place, place.partition() % context.currentParallelism());
      }
      unread.clear();
    }
  }

  @Override
  public void addSplitsBack(List<Place> places, int reader) {
    unread.addAll(places);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {}

  @Override
  public List<Place> snapshotState(long checkpoint) {
    return List.copyOf(unread);
  }

  @Override
  public void close() {}
}
