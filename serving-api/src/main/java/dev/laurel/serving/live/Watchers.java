package dev.laurel.serving.live;

import dev.laurel.serving.board.BoardCache;
import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.Top;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Who watches which board. Told of every new top, it puts it into the outboxes of those who see the
 * change.
 */
public final class Watchers implements BoardCache.Watcher {

  private final Map<BoardKey, Set<Outbox>> byBoard = new ConcurrentHashMap<>();
  private final LongAdder conflated = new LongAdder();

  /** Tops that a newer one replaced before they were sent, over all connections so far. */
  public long conflated() {
    return conflated.sum();
  }

  @Override
  public void changed(Top top, int samePlaces) {
    byBoard.getOrDefault(top.board(), Set.of()).forEach(outbox -> put(outbox, top, samePlaces));
  }

  /** Tells this outbox of changes of the board from now on. */
  void add(BoardKey board, Outbox outbox) {
    byBoard.compute(
        board,
        (key, known) -> {
          Set<Outbox> outboxes = known == null ? ConcurrentHashMap.newKeySet() : known;
          outboxes.add(outbox);
          return outboxes;
        });
  }

  /** Tells it of this board no more. */
  void remove(BoardKey board, Outbox outbox) {
    byBoard.computeIfPresent(
        board,
        (key, outboxes) -> {
          outboxes.remove(outbox);
          return outboxes.isEmpty() ? null : outboxes;
        });
  }

  /** Tells it of nothing any more. */
  void remove(Outbox outbox) {
    byBoard.keySet().forEach(board -> remove(board, outbox));
  }

  private void put(Outbox outbox, Top top, int samePlaces) {
    if (outbox.put(top, samePlaces)) {
      conflated.increment();
    }
  }
}
