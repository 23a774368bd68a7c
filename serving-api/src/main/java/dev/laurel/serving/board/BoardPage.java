package dev.laurel.serving.board;

import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.RefusedException;
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
 * @param revision of the final standing; empty as long as the board is not closed
 */
public record BoardPage(
    List<Entry> entries,
    long total,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf,
    Optional<Integer> revision) {

  /**
   * The page as far as it lies in a top; empty if the board goes on below the top within the page.
   */
  static Optional<BoardPage> within(Top top, PageOfList page) {
    return page.end() > top.entries().size() && !top.isWhole()
        ? Optional.empty()
        : Optional.of(heldPart(ShownTop.live(top), page));
  }

  /**
   * As much of the page as a top holds, where nothing is known of the places below it.
   *
   * @throws RefusedException INVALID_OFFSET if the page begins below the top
   */
  static BoardPage asHeld(ShownTop shown, PageOfList page) {
    int held = shown.top().entries().size();
    if (page.offset() >= Math.max(1, held) && !shown.top().isWhole()) {
      throw RefusedException.parameter(
          ErrorCode.INVALID_OFFSET,
          "offset",
          Integer.toString(page.offset()),
          "a whole number from 0 to %d: of the %d places of this %s board the first %d are held"
              .formatted(
                  Math.max(0, held - 1), shown.top().total(), shown.top().board().period(), held));
    }
    return heldPart(shown, page);
  }

  private static BoardPage heldPart(ShownTop shown, PageOfList page) {
    Top top = shown.top();
    int from = Math.min(page.offset(), top.entries().size());
    int to = (int) Math.min(page.end(), top.entries().size());
    return new BoardPage(
        top.entries().subList(from, to),
        top.total(),
        top.version(),
        top.publishedAt(),
        top.asOf(),
        shown.revision());
  }
}
