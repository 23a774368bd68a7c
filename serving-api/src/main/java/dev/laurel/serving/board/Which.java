package dev.laurel.serving.board;

import java.util.List;

/** Which entries of a board are asked for. */
public sealed interface Which {

  /** So many entries behind so many others. */
  record Page(int limit, int offset) implements Which {}

  /** The first entries behind a place. */
  record After(Place place, int limit) implements Which {}

  /** The last entries before a place. */
  record Before(Place place, int limit) implements Which {}

  /** A player and so many entries on each side; nothing if the player is not on the board. */
  record Around(String playerId, int each) implements Which {}

  /** These players, as far as they are on the board. */
  record Of(List<String> playerIds) implements Which {}
}
