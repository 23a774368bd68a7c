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
record AskedPage(Which which, int limit) {

  private static final int DEFAULT_LIMIT = 10;
  private static final int GREATEST_LIMIT = 100;

  /** Reads {@code limit} with {@code offset} or {@code cursor}. */
  static AskedPage of(UriQuery query) {
    PageOfList page = PageOfList.of(query, DEFAULT_LIMIT, GREATEST_LIMIT);
    return Parameter.text(query, "cursor")
        .map(cursor -> on(query, cursor, page.limit()))
        .orElseGet(() -> new AskedPage(new Which.Page(page.limit(), page.offset()), page.limit()));
  }

  private static AskedPage on(UriQuery query, String text, int limit) {
    if (query.contains("offset")) {
      throw Parameter.refused(
          "offset", String.join(",", query.all("offset")), "nothing: a cursor says where to go on");
    }
    Cursor cursor = Cursor.read(text);
    return new AskedPage(
        cursor.forwards()
            ? new Which.After(cursor.place(), limit)
            : new Which.Before(cursor.place(), limit),
        limit);
  }

  /** What the answer says of this page. */
  Pagination of(BoardPart part) {
    long offset = which instanceof Which.Page page ? page.offset() : part.before();
    return new Pagination(
        limit,
        offset,
        part.total(),
        offset + part.entries().size() < part.total(),
        part.hasMore()
            ? Optional.of(new Cursor(true, Place.of(part.entries().getLast().entry())).toString())
            : Optional.empty(),
        part.entries().isEmpty() || part.before() == 0
            ? Optional.empty()
            : Optional.of(
                new Cursor(false, Place.of(part.entries().getFirst().entry())).toString()));
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
