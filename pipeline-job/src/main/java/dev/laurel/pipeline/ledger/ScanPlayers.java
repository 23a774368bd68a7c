package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Collect;
import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.Period;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Goes through all players once, some at a time, and collects the boards that are to be known. The
 * one way to rebuild tops: after a start, at another parallelism, when a reserve runs out, when
 * other boards are wanted.
 *
 * <p>Events go on in between. Each player is collected once, with what their book says when the
 * scan comes to them; what changes afterwards moves them on the boards that are being collected,
 * what changes before does not. Which of the two holds is known because players come by key group:
 * groups before the current one are done, those behind are not, and of the current one the players
 * seen are remembered. Players whose book was begun after the scan are not among those it goes
 * through; they are collected at the end of their group.
 */
final class ScanPlayers {
  private final Books books;
  private final Places places;
  private final LocalTops tops;
  private final int keyGroups;
  private final Set<String> seen = new HashSet<>();
  private final TreeMap<Integer, Set<String>> begun = new TreeMap<>();
  private Stream<String> source;
  private Iterator<String> players;
  private int group;
  private long firstDay;

  ScanPlayers(Books books, Places places, LocalTops tops, int keyGroups) {
    this.books = books;
    this.places = places;
    this.tops = tops;
    this.keyGroups = keyGroups;
  }

  boolean isRunning() {
    return players != null;
  }

  void start(Collect what) throws Exception {
    books.saveAll();
    tops.startScan(what);
    source = books.players();
    players = source.iterator();
    group = -1;
    firstDay = Math.min(tops.firstDayCollected(), firstDayOf(what));
  }

  private long firstDayOf(Collect what) {
    if (!what.openBoards()) {
      return what.firstDay() < what.endDay() ? what.firstDay() : Long.MAX_VALUE;
    }
    return tops.closedUpTo() <= 0
        ? Long.MIN_VALUE
        : Period.firstDayOfAll(Period.dayOf(tops.closedUpTo()) - 1);
  }

  /** Whether what happens to the player now comes after the scan has collected them. */
  boolean hasPassed(Book book) {
    if (players == null) {
      return false;
    }
    int itsGroup = groupOf(book.playerId());
    return itsGroup < group || (itsGroup == group && seen.contains(book.playerId()));
  }

  /** Takes note of a book that is not saved, so that the scan does not come to it by itself. */
  void noteBegun(Book book) {
    if (players != null && !hasPassed(book)) {
      begun.computeIfAbsent(groupOf(book.playerId()), each -> new HashSet<>()).add(book.playerId());
    }
  }

  /** Goes on with some players; tells whether the scan is at its end. */
  boolean next(int most) throws Exception {
    for (int looked = 0; looked < most; looked++) {
      if (!players.hasNext()) {
        enter(Integer.MAX_VALUE);
        close();
        tops.finishScan();
        return true;
      }
      String player = players.next();
      enter(groupOf(player));
      collect(player);
    }
    return false;
  }

  void close() {
    if (source != null) {
      source.close();
      source = null;
      players = null;
    }
  }

  /** Comes to a group: those before it are done when the players begun in them are collected. */
  private void enter(int next) throws Exception {
    if (next == group) {
      return;
    }
    while (!begun.isEmpty() && begun.firstKey() < next) {
      for (String player : begun.pollFirstEntry().getValue()) {
        if (!seen.contains(player)) {
          collect(player);
        }
      }
    }
    seen.clear();
    group = next;
  }

  private void collect(String playerId) throws Exception {
    seen.add(playerId);
    Book book = books.look(playerId);
    if (book.excluded()) {
      return;
    }
    Places.Visitor visitor =
        (gameId, period, first, region, place) ->
            tops.collect(book.shown(), gameId, period, first, region, place);
    places.allTime(book, visitor);
    if (firstDay != Long.MAX_VALUE) {
      places.since(firstDay, book, visitor);
    }
  }

  private int groupOf(String playerId) {
    return KeyGroupRangeAssignment.assignToKeyGroup(playerId, keyGroups);
  }
}
