package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which local tops a scan of the players collects, and which the next one has to. */
final class Collecting {
  private final Set<LocalTop> wanted = new LinkedHashSet<>();
  private final Set<LocalTop> collected = new LinkedHashSet<>();
  private Collect scan = Collect.NOTHING;
  private boolean openKnown;

  /** What the scan that goes on collects beside what is wanted. */
  Collect scan() {
    return scan;
  }

  /** Whether every open board is known: since the first scan. */
  boolean knowsOpen() {
    return openKnown;
  }

  /** Has the next scan collect a board, unless this one does. */
  void want(LocalTop top) {
    if (!top.isCollecting()) {
      wanted.add(top);
    }
  }

  boolean wantsAny() {
    return !wanted.isEmpty();
  }

  boolean needs(LocalTop top) {
    return wanted.contains(top) || collected.contains(top);
  }

  /** Whether a board that comes to be now is collected, and not known to be empty. */
  boolean beginsWith(LocalTop top) {
    Board board = top.board();
    return scan.creates(top.isClosed(), board.lasting(), board.firstDay())
        || !(top.isClosed() || openKnown);
  }

  /** Collects a board with the scan that goes on, or with the first one. */
  void add(LocalTop top) {
    top.startCollecting();
    collected.add(top);
  }

  /** A scan begins. */
  void start(Collect what) {
    scan = what;
    wanted.stream().filter(top -> !top.isCollecting()).forEach(this::add);
    wanted.clear();
  }

  /** The scan has come to its end; the boards that are known now. */
  List<LocalTop> finish() {
    openKnown |= scan.openBoards();
    scan = Collect.NOTHING;
    List<LocalTop> done = new ArrayList<>(collected);
    collected.clear();
    done.forEach(LocalTop::finishCollecting);
    return done;
  }

  /** The least day that a board that is being collected counts. */
  long firstDay() {
    return collected.stream()
        .map(LocalTop::board)
        .filter(board -> board.lasting() != Period.ALL_TIME)
        .mapToLong(Board::firstDay)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  Stream<LocalTop> all() {
    return Stream.concat(wanted.stream(), collected.stream());
  }
}
