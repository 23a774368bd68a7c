package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * What every answer about a board says beside its entries.
 *
 * @param lastRefresh when the version was published; null for a board that was never published
 * @param version names what was seen: answers of the same version agree
 * @param asOf event time up to which it is complete; null before the first watermark
 * @param stale true while the database or the feed of rank changes is away
 * @param period left out of an all-time board
 */
public record BoardFacts(
    Optional<Instant> lastRefresh,
    long version,
    Optional<Instant> asOf,
    boolean stale,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Span> period) {

  /** A finished board comes from the table as it is asked for, so it is never stale. */
  static BoardFacts of(BoardKey board, BoardPart part, boolean upToDate) {
    return new BoardFacts(
        part.publishedAt(),
        part.version(),
        part.asOf(),
        part.revision().isEmpty() && !upToDate,
        Optional.of(board).filter(asked -> !asked.isAllTime()).map(of -> Span.of(of, part)));
  }

  /**
   * The period of a board as answered.
   *
   * @param endsAt the first moment that counts no more
   * @param closesAt event time at which the board closes
   * @param isFinal whether the board is closed, and this is what it ended with
   * @param revision of that standing; null until then
   */
  public record Span(
      Instant startsAt,
      Instant endsAt,
      Instant closesAt,
      @JsonProperty("final") boolean isFinal,
      Optional<Integer> revision) {

    private static Span of(BoardKey board, BoardPart part) {
      return new Span(
          board.startsAt(),
          board.endsAt(),
          board.closesAt(),
          part.revision().isPresent(),
          part.revision());
    }
  }
}
