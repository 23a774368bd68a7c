package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import java.util.Optional;

/**
 * Which page of a board is asked for: by how many stand before it, or by where a walk had got to.
 *
 * @param which the entries of the page
 * @param limit how many entries at most
 */
record AskedPage(BoardKey board, Which which, int limit) {

  private static final int DEFAULT_LIMIT = 10;
  private static final int GREATEST_LIMIT = 100;

  /**
   * Reads {@code limit} with {@code offset} or {@code cursor}.
   *
   * @throws dev.laurel.serving.web.RefusedException if one of them cannot be taken on this board
   */
  static AskedPage of(UriQuery query, BoardKey board) {
    PageOfList page = PageOfList.of(query, DEFAULT_LIMIT, GREATEST_LIMIT);
    int limit = page.limit();
    Which which =
        Parameter.text(query, "cursor")
            .map(cursor -> beside(cursorOf(query, cursor, board), limit))
            .orElseGet(() -> new Which.Page(limit, page.offset()));
    return new AskedPage(board, which, limit);
  }

  private static Cursor cursorOf(UriQuery query, String text, BoardKey board) {
    if (query.contains("offset")) {
      throw Parameter.refused(
          "offset", String.join(",", query.all("offset")), "nothing: a cursor says where to go on");
    }
    return Cursor.read(text, board);
  }

  private static Which beside(Cursor cursor, int limit) {
    return cursor.forwards()
        ? new Which.After(cursor.place(), limit)
        : new Which.Before(cursor.place(), limit);
  }

  /** What the answer says of this page. */
  Pagination of(BoardPart part) {
    long offset = offset(part);
    return new Pagination(
        limit,
        offset,
        part.total(),
        offset + part.entries().size() < part.total(),
        last(part).map(place -> new Cursor(board, true, place).toString()),
        first(part).map(place -> new Cursor(board, false, place).toString()));
  }

  private long offset(BoardPart part) {
    if (which instanceof Which.Page page) {
      return page.offset();
    }
    return which instanceof Which.Before && part.entries().isEmpty() ? 0 : part.before();
  }

  /**
   * The place that others stand behind. Where all who stood before a place have fallen behind it or
   * left, a walk goes on with the first page: whoever stands at the place itself is met again.
   */
  private Optional<Place> last(BoardPart part) {
    if (part.entries().isEmpty()) {
      return Optional.of(Place.AHEAD_OF_ALL)
          .filter(ahead -> which instanceof Which.Before && part.total() > 0);
    }
    return Optional.of(Place.of(part.entries().getLast().entry())).filter(last -> part.hasMore());
  }

  /** The place that others stand before; like the last, of a page behind which nobody is left. */
  private Optional<Place> first(BoardPart part) {
    if (part.entries().isEmpty()) {
      return Optional.of(Place.BEHIND_ALL)
          .filter(behind -> which instanceof Which.After && part.total() > 0);
    }
    return Optional.of(Place.of(part.entries().getFirst().entry()))
        .filter(first -> part.before() > 0);
  }

  /**
   * The place of a page on its board, as answered.
   *
   * @param offset how many stand before its first entry
   * @param cursor of the page behind it; left out where there is none
   * @param previousCursor of the page before it; left out where there is none
   */
  record Pagination(
      int limit,
      long offset,
      long total,
      boolean hasMore,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> cursor,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> previousCursor) {}
}
