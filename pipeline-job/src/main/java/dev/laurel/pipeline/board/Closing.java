package dev.laurel.pipeline.board;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The open boards that have an end, by when they close, and up to when all are closed. */
final class Closing {
  private final TreeMap<Long, Set<LocalTop>> byClosingTime = new TreeMap<>();
  private long upTo;

  Closing(long upTo) {
    this.upTo = upTo;
  }

  long upTo() {
    return upTo;
  }

  void closedUpTo(long watermark) {
    upTo = Math.max(upTo, watermark);
  }

  boolean isClosed(LocalTop top) {
    return top.board().closesAt() <= upTo;
  }

  void opened(LocalTop top) {
    if (top.board().lasting() != Period.ALL_TIME) {
      byClosingTime.computeIfAbsent(top.board().closesAt(), at -> new LinkedHashSet<>()).add(top);
    }
  }

  /** How many open boards close at that watermark or earlier. */
  int waiting(long watermark) {
    return byClosingTime.headMap(watermark, true).values().stream().mapToInt(Set::size).sum();
  }

  /** An open board that closes at that watermark or earlier. */
  Optional<LocalTop> next(long watermark) {
    Map.Entry<Long, Set<LocalTop>> first = byClosingTime.firstEntry();
    return first == null || first.getKey() > watermark
        ? Optional.empty()
        : Optional.of(first.getValue().iterator().next());
  }

  void remove(LocalTop top) {
    Set<LocalTop> same = byClosingTime.get(top.board().closesAt());
    same.remove(top);
    if (same.isEmpty()) {
      byClosingTime.remove(top.board().closesAt());
    }
  }
}
