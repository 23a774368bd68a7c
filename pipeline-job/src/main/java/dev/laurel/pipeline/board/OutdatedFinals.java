package dev.laurel.pipeline.board;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * Goes through all closed boards once, some at a time, after every task has shared anew whom it has
 * on them: a board that all players of a task have left is not among those.
 */
final class OutdatedFinals {
  private static final int BOARDS_A_SLICE = 200;

  private final KeyedStateBackend<Board> keys;
  private final FinalStandings finals;
  private Stream<Board> source;
  private Iterator<Board> boards;
  private long sweptSince;

  OutdatedFinals(KeyedStateBackend<Board> keys, FinalStandings finals, long sweptSince) {
    this.keys = keys;
    this.finals = finals;
    this.sweptSince = sweptSince;
  }

  /** The start for which this was done last. */
  long sweptSince() {
    return sweptSince;
  }

  /** Begins, if it is to be done and not under way; tells whether it did. */
  boolean start() {
    if (source != null || !finals.isCovered() || sweptSince >= finals.sharesSince()) {
      return false;
    }
    source = keys.getKeys(FinalStandings.LATEST, VoidNamespace.INSTANCE);
    boards = source.iterator();
    return true;
  }

  /** Goes on with some boards; tells whether it is to go on. */
  boolean next() throws Exception {
    for (int looked = 0; looked < BOARDS_A_SLICE; looked++) {
      if (!boards.hasNext()) {
        close();
        sweptSince = finals.sharesSince();
        return false;
      }
      Board board = boards.next();
      keys.setCurrentKey(board);
      finals.dropOutdated(board);
    }
    return true;
  }

  void close() {
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
