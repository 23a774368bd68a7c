package dev.laurel.pipeline.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An open board where its shares are merged: nothing of it is state, all is shared anew. */
final class OpenBoard {
  private final Board board;
  private final Map<KeyGroups, Part> parts = new HashMap<>();
  private BoardTop published;
  private boolean isNoted;

  OpenBoard(Board board) {
    this.board = board;
  }

  Board board() {
    return board;
  }

  void take(Share share) {
    parts.put(share.players(), parts.getOrDefault(share.players(), Part.NONE).with(share));
  }

  Collection<Part> parts() {
    return parts.values();
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
