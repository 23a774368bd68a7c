package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.Period;

/**
 * The days of books: those at hand and those that lie in chunks of a month. Days are kept one by
 * one for longer than anybody shows them ({@link #firstDayKept}); of what is older, months are.
 */
final class History {
  private final Books books;
  private final LocalTops tops;
  private long keptFor = Long.MIN_VALUE;
  private long firstMonthKept = Long.MIN_VALUE;
  private long firstDayKept = Long.MIN_VALUE;

  History(Books books, LocalTops tops) {
    this.books = books;
    this.tops = tops;
  }

  /** The first day that is kept by itself. */
  long firstDayKept() {
    reckon();
    return firstDayKept;
  }

  /**
   * By the watermark up to which periods are closed. A month more than is shown, since the first
   * week that is shown begins in it.
   */
  private void reckon() {
    if (keptFor != tops.closedUpTo()) {
      keptFor = tops.closedUpTo();
      long shownFrom = Period.keptFrom(keptFor);
      if (shownFrom > 0) {
        firstMonthKept = Books.monthOf(shownFrom) - 1;
        firstDayKept = Books.firstDayOf(firstMonthKept);
      }
    }
  }

  /** Adds to a day; tells whether it is the first that is known of it. */
  boolean add(Book book, ScopeBook scope, long day, Deeds deeds) throws Exception {
    long from = scope.recentFrom();
    if (day < from) {
      return books.addToMonth(book, scope, day, deeds);
    }
    boolean begins = scope.recent.add(day, deeds);
    long newFrom = scope.recentFrom();
    if (newFrom > from && scope.recent.day(0) < newFrom) {
      spill(book, scope, scope.recent.takeBefore(newFrom));
    }
    return begins;
  }

  private void spill(Book book, ScopeBook scope, Days spilled) throws Exception {
    for (int at = 0; at < spilled.size(); at++) {
      boolean unused = books.addToMonth(book, scope, spilled.day(at), spilled.deeds(at));
    }
    reckon();
    if (firstMonthKept > 0) {
      books.sumUpBefore(book, scope, firstMonthKept);
    }
  }

  /** What was done from the first day to the last one, exclusive. */
  Deeds within(Book book, ScopeBook scope, long firstDay, long endDay) throws Exception {
    Deeds sum = scope.recent.deedsWithin(firstDay, endDay);
    if (firstDay < scope.recentFrom() && scope.hasHistory()) {
      long last = Books.monthOf(endDay - 1);
      for (long month = Books.monthOf(firstDay); month <= last; month++) {
        sum = sum.plus(books.month(book, scope, month).deedsWithin(firstDay, endDay));
      }
    }
    return sum;
  }

  /**
   * The first day from the one to the other, exclusive, on which anything was done, but for one day
   * that is not asked about; {@code Long.MAX_VALUE} if there is none.
   */
  long firstDayWithin(Book book, ScopeBook scope, long firstDay, long endDay, long but)
      throws Exception {
    long first = Long.MAX_VALUE;
    if (firstDay < scope.recentFrom() && scope.hasHistory()) {
      long last = Books.monthOf(endDay - 1);
      for (long month = Books.monthOf(firstDay); month <= last; month++) {
        first = Math.min(first, first(books.month(book, scope, month), firstDay, endDay, but));
      }
    }
    return Math.min(first, first(scope.recent, firstDay, endDay, but));
  }

  private static long first(Days days, long firstDay, long endDay, long but) {
    for (int at = 0; at < days.size() && days.day(at) < endDay; at++) {
      if (days.day(at) >= firstDay && days.day(at) != but) {
        return days.day(at);
      }
    }
    return Long.MAX_VALUE;
  }
}
