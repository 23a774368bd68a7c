package dev.laurel.pipeline.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An open board where its shares are merged: nothing of it is state, all is shared anew. */
final class OpenBoard {
  private final Board board;
  private final int topSize;
  private final Map<KeyGroups, Part> parts = new HashMap<>();
  private List<Standing> merged;
  private BoardTop published;
  private boolean isNoted;

  OpenBoard(Board board, int topSize) {
    this.board = board;
    this.topSize = topSize;
  }

  Board board() {
    return board;
  }

  void take(Share share) {
    Part next = parts.getOrDefault(share.players(), Part.NONE).with(share);
    parts.put(share.players(), next);
    if (share.changesTop() || next.isCut(topSize)) {
      merged = null;
    }
  }

  /** The top of all that was shared. */
  List<Standing> merged() {
    if (merged == null) {
      merged = Part.merge(parts.values(), topSize);
    }
    return merged;
  }

  long total() {
    return Part.total(parts.values());
  }

  /** Notes that somebody is on it; tells whether that is news. */
  boolean noteAnybody() {
    boolean isNews = !isNoted;
    isNoted = true;
    return isNews;
  }

  void noteNobody() {
    isNoted = false;
  }

  /** What was published last since the start. */
  Optional<BoardTop> published() {
    return Optional.ofNullable(published);
  }

  void publish(BoardTop top) {
    published = top;
  }

  /**
   * When it may be published, at the earliest now; a last publication that lies ahead of the clock,
   * which was put back then, does not hold it back.
   */
  long earliestAfter(long now, long everyMillis) {
    long last = published == null ? Long.MAX_VALUE : published.publishedAt().toEpochMilli();
    return last > now ? now : Math.max(now, last + everyMillis);
  }
}
