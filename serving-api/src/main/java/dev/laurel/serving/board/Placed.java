package dev.laurel.serving.board;

import java.time.Instant;
import java.util.Comparator;

/** What has a place in the one rank order, whether or not somebody stands there. */
sealed interface Placed permits Entry, Place {

  /**
   * The one rank order. Identifiers are ASCII, for which the order of strings is that of their
   * UTF-8 bytes.
   */
  Comparator<Placed> RANK_ORDER =
      Comparator.comparingLong(Placed::score)
          .reversed()
          .thenComparing(Placed::reachedAt)
          .thenComparing(Placed::playerId);

  /** Points on the board. */
  long score();

  /** When the score was reached, event time. */
  Instant reachedAt();

  /** The player, who decides between equals. */
  String playerId();
}
