package dev.laurel.serving.web;

import io.helidon.common.uri.UriQuery;

/**
 * Which page of a list is asked for, where pages are counted.
 *
 * @param page which one, from 1
 * @param limit how many entries a page has, from 1
 */
public record NumberedPage(int page, int limit) {

  /**
   * Reads {@code page} and {@code limit}.
   *
   * @throws RefusedException INVALID_PARAMETER or INVALID_LIMIT if either is given and not a whole
   *     number in its range
   */
  public static NumberedPage of(UriQuery query, int defaultLimit, int greatestLimit) {
    return new NumberedPage(
        Parameter.whole(query, "page", 1, Integer.MAX_VALUE, ErrorCode.INVALID_PARAMETER).orElse(1),
        Parameter.whole(query, "limit", 1, greatestLimit, ErrorCode.INVALID_LIMIT)
            .orElse(defaultLimit));
  }

  /** How many entries are passed over. */
  public long offset() {
    return (page - 1L) * limit;
  }

  /** What the answer says of this page of a list of {@code total}. */
  public Pagination of(long total) {
    return new Pagination(page, limit, total, Math.ceilDiv(total, limit));
  }

  /** The place of a page in its list, as answered. */
  public record Pagination(int page, int limit, long total, long totalPages) {}
}
