package dev.laurel.serving.board;

import dev.laurel.serving.web.PageOfList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Part of a board, from one snapshot.
 *
 * @param entries those of the page, in rank order
 * @param total players on the board
 * @param version of the board; 0 for one that was never published
 * @param publishedAt when that version was published
 * @param asOf event time up to which the board is complete
 */
public record BoardPage(
    List<Entry> entries,
    long total,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf) {

  /**
   * The page as far as it lies in a top; empty if the board goes on below the top within the page.
   */
  public static Optional<BoardPage> within(Top top, PageOfList page) {
    List<Entry> entries = top.entries();
    if (page.end() > entries.size() && !top.isWhole()) {
      return Optional.empty();
    }
    int from = Math.min(page.offset(), entries.size());
    int to = (int) Math.min(page.end(), entries.size());
    return Optional.of(
        new BoardPage(
            entries.subList(from, to), top.total(), top.version(), top.publishedAt(), top.asOf()));
  }
}
