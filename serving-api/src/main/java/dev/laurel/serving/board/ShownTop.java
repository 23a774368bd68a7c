package dev.laurel.serving.board;

import java.util.Optional;

/**
 * The top of a board as it is shown: live, or as the board ended.
 *
 * @param revision of the final standing; empty as long as the board is not closed
 */
record ShownTop(Top top, Optional<Integer> revision) {

  static ShownTop live(Top top) {
    return new ShownTop(top, Optional.empty());
  }
}
