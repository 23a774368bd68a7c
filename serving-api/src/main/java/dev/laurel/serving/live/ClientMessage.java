package dev.laurel.serving.live;

import dev.laurel.serving.board.BoardSeries;

/** What a client may say. */
sealed interface ClientMessage {

  /** Wants the first {@code limit} entries of a board, and of the next one when its period ends. */
  record Subscribe(BoardSeries series, int limit) implements ClientMessage {}

  /** Wants them no more. */
  record Unsubscribe(BoardSeries series) implements ClientMessage {}

  /** Wants to know whether anyone is there. */
  record Ping() implements ClientMessage {}
}
