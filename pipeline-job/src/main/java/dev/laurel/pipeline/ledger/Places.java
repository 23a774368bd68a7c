package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.board.Place;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.TreeMap;

/** The places of a player on boards, as the book says, excluded or not. */
final class Places {

  /** Is told the places. */
  interface Visitor {
    /**
     * A place on the boards of a scope in a period.
     *
     * @param region that counts there; null for none
     */
    void place(String gameId, Period period, long firstDay, String region, Place place);
  }

  private final Books books;

  Places(Books books) {
    this.books = books;
  }

  /** Tells the places on all-time boards. */
  void allTime(Book book, Visitor visitor) {
    String region = book.profile.region();
    visit(book.all(), region, visitor);
    for (ScopeBook game : book.games().all()) {
      if (isRanked(game)) {
        visit(game, region, visitor);
      }
    }
  }

  private static void visit(ScopeBook scope, String region, Visitor visitor) {
    Place place = scope.scored().place();
    if (place != null) {
      visitor.place(scope.id(), Period.ALL_TIME, 0, region, place);
    }
  }

  /** Tells the places on boards of periods that begin on that day or later. */
  void since(long firstDay, Book book, Visitor visitor) throws Exception {
    since(firstDay, book, book.all(), visitor);
    for (ScopeBook game : book.games().all()) {
      if (isRanked(game)) {
        since(firstDay, book, game, visitor);
      }
    }
  }

  private void since(long firstDay, Book book, ScopeBook scope, Visitor visitor) throws Exception {
    Days days = daysSince(firstDay, book, scope);
    for (Period period : new Period[] {Period.DAILY, Period.WEEKLY, Period.MONTHLY}) {
      TreeMap<Long, Tally> sums = new TreeMap<>();
      for (int at = 0; at < days.size(); at++) {
        sums.merge(period.firstDay(days.day(at)), days.tally(at), Tally::plus);
      }
      sums.forEach(
          (first, sum) -> {
            if (first >= firstDay && !sum.isEmpty()) {
              String region = book.regions.before(period.endsAt(first));
              visitor.place(scope.id(), period, first, region, sum.place());
            }
          });
    }
  }

  private Days daysSince(long firstDay, Book book, ScopeBook scope) throws Exception {
    if (!scope.hasHistory() || firstDay >= scope.recentFrom()) {
      return scope.recent;
    }
    Days all = new Days();
    long last = Books.monthOf(scope.recentFrom());
    for (long month = Math.max(scope.firstMonth, monthOf(firstDay)); month <= last; month++) {
      addSince(firstDay, books.month(book, scope, month), all);
    }
    addSince(firstDay, scope.recent, all);
    return all;
  }

  private static long monthOf(long day) {
    return day == Long.MIN_VALUE ? Long.MIN_VALUE : Books.monthOf(day);
  }

  private static void addSince(long firstDay, Days from, Days to) {
    for (int at = 0; at < from.size(); at++) {
      if (from.day(at) >= firstDay) {
        boolean unused = to.add(from.day(at), from.deeds(at));
      }
    }
  }

  /** What the player scored in the period that holds the day. */
  Tally within(Book book, ScopeBook scope, Period period, PeriodsOfDay day) throws Exception {
    if (period == Period.ALL_TIME) {
      return scope.scored();
    }
    long firstDay = day.firstDay(period);
    long endDay = day.endDay(period);
    Tally sum = scope.recent.within(firstDay, endDay);
    if (firstDay < scope.recentFrom() && scope.hasHistory()) {
      long last = Books.monthOf(endDay - 1);
      for (long month = Books.monthOf(firstDay); month <= last; month++) {
        sum = sum.plus(books.month(book, scope, month).within(firstDay, endDay));
      }
    }
    return sum;
  }

  static boolean isRanked(ScopeBook game) {
    return !game.id().equals(PlayerEvent.NO_GAME);
  }
}
