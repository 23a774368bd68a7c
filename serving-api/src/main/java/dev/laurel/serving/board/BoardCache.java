package dev.laurel.serving.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The tops of all live boards in memory. Written by the feed of rank changes and by the loader of
 * tables, one at a time; read by everyone without waiting. What is said of boards of periods long
 * over is dropped, however much the log has of them.
 *
 * <p>Watchers are told of every new top of any board inside the lock, in the order of versions, so
 * they must only note it down and never block.
 */
public final class BoardCache {

  /** Whoever wants to know of every new top. */
  @FunctionalInterface
  public interface Watcher {
    /** Notes a new top; {@code samePlaces} leading places are those of the top before. */
    void changed(Top top, int samePlaces);
  }

  /** What became of the messages so far. */
  public record Counts(long applied, long dropped, long gaps) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<BoardKey, BoardLine> lines = new HashMap<>();
  private final Map<BoardKey, Top> tops = new ConcurrentHashMap<>();
  private final LongAdder applied = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final List<Watcher> watchers;
  private final LivePeriods live;
  private volatile boolean loaded;

  /**
   * A cache that holds nothing yet.
   *
   * @param live of which periods boards are held
   */
  public BoardCache(List<Watcher> watchers, LivePeriods live) {
    this.watchers = List.copyOf(watchers);
    this.live = live;
  }

  /** Takes one record of the topic. */
  public void offer(RankChange change) {
    if (!live.holds(change.board())) {
      dropped.increment();
      return;
    }
    lock.lock();
    try {
      BoardLine line = lines.computeIfAbsent(change.board(), key -> new BoardLine());
      Optional<Top> before = line.held();
      switch (line.offer(change)) {
        case APPLIED -> applied.increment();
        case DROPPED -> dropped.increment();
        case GAP -> gaps.increment();
      }
      publish(before, line);
    } finally {
      lock.unlock();
    }
  }

  /** Takes what stands in the table; from the first call on the cache counts as loaded. */
  public void load(Collection<Top> fromTable) {
    lock.lock();
    try {
      for (Top top : fromTable.stream().filter(top -> live.holds(top.board())).toList()) {
        BoardLine line = lines.computeIfAbsent(top.board(), key -> new BoardLine());
        Optional<Top> before = line.held();
        line.load(top);
        publish(before, line);
      }
      loaded = true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of boards whose period is long over. */
  public void forgetPast() {
    lock.lock();
    try {
      lines.keySet().removeIf(board -> !live.holds(board));
      tops.keySet().removeIf(board -> !live.holds(board));
    } finally {
      lock.unlock();
    }
  }

  /** The top of a board, if one is held. */
  public Optional<Top> top(BoardKey board) {
    return Optional.ofNullable(tops.get(board));
  }

  /** Whether the table was read since the start. */
  public boolean isLoaded() {
    return loaded;
  }

  /** Boards whose changes wait for one that is missing. */
  public List<BoardKey> boardsWithGap() {
    lock.lock();
    try {
      return lines.entrySet().stream()
          .filter(line -> line.getValue().hasGap())
          .map(Map.Entry::getKey)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /** How many boards are held. */
  public int size() {
    return tops.size();
  }

  /** What became of the messages so far. */
  public Counts counts() {
    return new Counts(applied.sum(), dropped.sum(), gaps.sum());
  }

  private void publish(Optional<Top> before, BoardLine line) {
    line.held()
        .filter(now -> before.isEmpty() || before.get().version() != now.version())
        .ifPresent(
            now -> {
              tops.put(now.board(), now);
              int samePlaces = now.samePlacesAs(before.orElseGet(() -> Top.empty(now.board())));
              watchers.forEach(watcher -> watcher.changed(now, samePlaces));
            });
  }
}
