package dev.laurel.serving.web;

import io.helidon.common.uri.UriQuery;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many entries at most, from 1
 * @param offset how many entries are passed over, from 0
 */
public record PageOfList(int limit, int offset) {

  /**
   * Reads {@code limit} and {@code offset}.
   *
   * @throws RefusedException INVALID_LIMIT or INVALID_OFFSET if either is given and not a whole
   *     number in its range
   */
  public static PageOfList of(UriQuery query, int defaultLimit, int greatestLimit) {
    return new PageOfList(
        Parameter.whole(query, "limit", 1, greatestLimit, ErrorCode.INVALID_LIMIT)
            .orElse(defaultLimit),
        Parameter.whole(query, "offset", 0, Integer.MAX_VALUE, ErrorCode.INVALID_OFFSET).orElse(0));
  }

  /** Where this page ends: the offset of the first entry after it. */
  public long end() {
    return (long) offset + limit;
  }

  /** What the answer says of this page with {@code given} entries, of a list of {@code total}. */
  public Pagination of(int given, long total) {
    return new Pagination(limit, offset, total, (long) offset + given < total);
  }

  /** The place of a page in its list, as answered. */
  public record Pagination(int limit, int offset, long total, boolean hasMore) {}
}
