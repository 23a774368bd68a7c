package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.Period;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Tells what players did by day and by month: of each day that changed the sum as it is then. */
final class TellDays {
  private final Outbox outbox;
  private final boolean tells;
  private final History history;
  private final LocalTops tops;
  private final LongSupplier clock;
  private final Set<Book> untold = new LinkedHashSet<>();

  /**
   * Of a task.
   *
   * @param tells whether they are told at all
   * @param clock of the task, in milliseconds since 1970: says when closed periods are restated
   */
  TellDays(Outbox outbox, boolean tells, History history, LocalTops tops, LongSupplier clock) {
    this.outbox = outbox;
    this.tells = tells;
    this.history = history;
    this.tops = tops;
    this.clock = clock;
  }

  /** Notes that what a player did in a game on a day is to be told. */
  void changed(Book book, ScopeBook game, long day) {
    if (!tells) {
      return;
    }
    game.changed(day);
    if (!book.hasUntoldDays) {
      book.hasUntoldDays = true;
      untold.add(book);
    }
  }

  /** Tells all days that are to be told. */
  void tellAll() throws Exception {
    for (Iterator<Book> each = untold.iterator(); each.hasNext(); ) {
      Book book = each.next();
      each.remove();
      tellDays(book);
    }
  }

  /** Tells the days of a book that are to be told. */
  void tell(Book book) throws Exception {
    if (book.hasUntoldDays) {
      untold.remove(book);
      tellDays(book);
    }
  }

  private void tellDays(Book book) throws Exception {
    book.hasUntoldDays = false;
    for (ScopeBook game : book.games().open()) {
      SortedRows days = game.takeUntoldDays();
      long month = Long.MIN_VALUE;
      for (int at = 0; at < days.size(); at++) {
        long day = days.key(at);
        if (day >= history.firstDayKept()) {
          tell(book, game, Period.DAILY, day);
        }
        long itsMonth = Period.MONTHLY.firstDay(day);
        if (itsMonth != month) {
          tell(book, game, Period.MONTHLY, itsMonth);
          month = itsMonth;
        }
      }
    }
  }

  private void tell(Book book, ScopeBook game, Period period, long firstDay) throws Exception {
    Deeds deeds = history.within(book, game, firstDay, period.endDay(firstDay));
    Instant restatedAt = restated(period, firstDay).orElse(null);
    outbox.tell(
        SideOutputs.PERIODS, PlayerPeriod.of(book, game, period, firstDay, deeds, restatedAt));
  }

  private Optional<Instant> restated(Period period, long firstDay) {
    return tops.isClosed(period, firstDay)
        ? Optional.of(Instant.ofEpochMilli(clock.getAsLong()))
        : Optional.empty();
  }
}
