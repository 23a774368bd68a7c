package dev.laurel.serving.board;

import dev.laurel.serving.web.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages of tops as they were answered, for as long as the top is the same: many ask for the same
 * few, and writing a hundred entries as JSON takes longer than all else about them.
 */
final class HeldPages {
  private static final int MOST = 1_000;

  private record Held(long version, Answer answer) {}

  private final Map<AskedPage, Held> pages = new ConcurrentHashMap<>();

  /**
   * The answer that was given before.
   *
   * @param version of the top that holds the page now
   * @param stale whether what is said now may be old
   */
  Optional<Answer> find(AskedPage asked, long version, boolean stale) {
    return Optional.ofNullable(pages.get(asked))
        .filter(held -> held.version() == version && held.answer().stale() == stale)
        .map(Held::answer);
  }

  /** Keeps an answer that was made of the top of that version, or of a later one. */
  void keep(AskedPage asked, long version, Answer answer) {
    if (pages.size() >= MOST) {
      pages.clear();
    }
    pages.put(asked, new Held(version, answer));
  }
}
