package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.Figures;
import dev.laurel.pipeline.rollup.GatherFigures;

/**
 * Writes what a player did into the days of the book, and gathers what it means for games, for the
 * platform and for achievements. The book knows firsts: the first active day in a week, in a month,
 * at all, the first unlock of an achievement. So what is gathered only has to be added up. A first
 * that comes late takes the place of the later one, which then is taken away again.
 */
final class CountDeeds {
  private static final Figure[] FIRSTS = {
    Figure.NEW_TO_WEEK, Figure.NEW_TO_MONTH, Figure.NEW_PLAYERS
  };

  private final Books books;
  private final History history;
  private final GatherFigures figures;
  private final TellDays days;
  private final Entries entries;
  private PeriodsOfDay lastDay = new PeriodsOfDay(0);

  CountDeeds(Books books, History history, GatherFigures figures, TellDays days, Entries entries) {
    this.books = books;
    this.history = history;
    this.figures = figures;
    this.days = days;
    this.entries = entries;
  }

  /** Takes in an unlock of an achievement that counts once. */
  void unlockOnce(Book book, ScopeBook game, PlayerEvent event, long points) throws Exception {
    long at = event.occurredAt().toEpochMilli();
    game.distinctUnlocks++;
    book.all().distinctUnlocks++;
    entries.unlocked(book, event, Unlocked.NEVER.plus(points, at));
    count(book, game, Deeds.of(event, points).withFirstUnlocks(1));
    achievement(event, Period.dayOf(at), 1, 1);
  }

  /** Takes in an unlock of an achievement that can be repeated. */
  void unlockAgain(Book book, ScopeBook game, PlayerEvent event, long number, long points)
      throws Exception {
    Unlocks known = books.unlocks(book, game);
    Unlocked before = known.of(number);
    long at = event.occurredAt().toEpochMilli();
    long day = Period.dayOf(at);
    boolean isNew = before.times() == 0;
    boolean isFirst = isNew || day < Period.dayOf(before.first());
    Unlocked now = before.plus(points, at);
    known.put(number, now);
    entries.unlocked(book, event, now);
    if (isNew) {
      game.distinctUnlocks++;
      book.all().distinctUnlocks++;
    } else if (isFirst) {
      takeFirstUnlockFrom(book, game, event, Period.dayOf(before.first()));
    }
    count(book, game, Deeds.of(event, points).withFirstUnlocks(isFirst ? 1 : 0));
    achievement(event, day, 1, isFirst ? 1 : 0);
  }

  private void takeFirstUnlockFrom(Book book, ScopeBook game, PlayerEvent event, long day)
      throws Exception {
    for (ScopeBook scope : new ScopeBook[] {book.all(), game}) {
      boolean unused = history.add(book, scope, day, Deeds.NONE.withFirstUnlocks(-1));
      figuresOf(scope, day).add(Figure.FIRST_UNLOCKS, -1);
    }
    days.changed(book, game, day);
    achievement(event, day, 0, -1);
  }

  private void achievement(PlayerEvent event, long day, long unlocks, long firstUnlocks) {
    boolean isKept = day >= history.firstDayKept();
    Figures gathered = figures.ofAchievement(event.gameId(), event.achievementId(), day, isKept);
    gathered.add(Figure.UNLOCKS, unlocks);
    gathered.add(Figure.FIRST_UNLOCKS, firstUnlocks);
    gathered.add(Figure.COUNTED, unlocks);
  }

  /** Takes in an action or a playtime. */
  void count(Book book, ScopeBook game, PlayerEvent event, long points) throws Exception {
    count(book, game, Deeds.of(event, points));
  }

  private void count(Book book, ScopeBook game, Deeds deeds) throws Exception {
    countIn(book.all(), book, deeds);
    countIn(game, book, deeds);
    days.changed(book, game, Period.dayOf(deeds.firstSeen()));
  }

  private void countIn(ScopeBook scope, Book book, Deeds deeds) throws Exception {
    long day = Period.dayOf(deeds.firstSeen());
    long firstBefore =
        scope.firstSeen() == Long.MAX_VALUE ? Long.MAX_VALUE : Period.dayOf(scope.firstSeen());
    boolean begins = history.add(book, scope, day, deeds);
    scope.count(deeds);
    Figures gathered = figuresOf(scope, day);
    gathered.add(Figure.COUNTED, 1);
    gathered.add(Figure.UNLOCKS, deeds.unlocks());
    gathered.add(Figure.FIRST_UNLOCKS, deeds.firstUnlocks());
    gathered.add(Figure.ACTIONS, deeds.actions());
    gathered.add(Figure.POINTS, deeds.scored().score());
    gathered.add(Figure.PLAYTIME_SECONDS, deeds.playtimeSeconds());
    if (begins) {
      gathered.add(Figure.ACTIVE_PLAYERS, 1);
      begin(book, scope, day, firstBefore);
    }
  }

  private void begin(Book book, ScopeBook scope, long day, long firstBefore) throws Exception {
    PeriodsOfDay periods = lastDay.of(day);
    lastDay = periods;
    long[] others = {
      firstWithin(book, scope, periods, Period.WEEKLY),
      firstWithin(book, scope, periods, Period.MONTHLY),
      firstBefore
    };
    for (int at = 0; at < FIRSTS.length; at++) {
      if (day < others[at]) {
        figuresOf(scope, day).add(FIRSTS[at], 1);
        if (others[at] != Long.MAX_VALUE) {
          figuresOf(scope, others[at]).add(FIRSTS[at], -1);
        }
      }
    }
  }

  private long firstWithin(Book book, ScopeBook scope, PeriodsOfDay day, Period period)
      throws Exception {
    return history.firstDayWithin(book, scope, day.firstDay(period), day.endDay(period), day.day());
  }

  private Figures figuresOf(ScopeBook scope, long day) {
    return figures.ofGame(scope.id(), day, day >= history.firstDayKept());
  }
}
