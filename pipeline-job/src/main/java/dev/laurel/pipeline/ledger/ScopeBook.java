package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import java.util.HashMap;
import java.util.Map;

/**
 * What a player did in one scope: all games, one game, or actions without one.
 *
 * <p>Hot are the totals and the days since the Monday of the week in which the newest month began,
 * so that this day, this week and this month are sums of what is at hand. Earlier days lie in
 * chunks of a month ({@link Books#month}), which only late events and moderation ask for.
 */
final class ScopeBook {
  /** In place of a first month where there is none. */
  static final long NO_MONTH = Long.MAX_VALUE;

  private static final SortedRows NO_DAYS = new SortedRows(0);

  private final String id;
  private long events = Tally.NONE.events();
  private long score = Tally.NONE.score();
  private long newestScoring = Tally.NONE.newestScoring();
  private long oldest = Tally.NONE.oldest();
  long actions;
  long playtimeSeconds;

  /** Distinct achievements unlocked, a count. */
  long distinctUnlocks;

  private long firstSeen = Deeds.NONE.firstSeen();
  private long lastSeen = Deeds.NONE.lastSeen();

  Days recent = new Days();

  /** The first month of which there is a chunk. */
  long firstMonth = NO_MONTH;

  /** The first month whose chunk holds days: those before it have been summed up. */
  long firstMonthOfDays = 0;

  private long recentFrom;
  private long recentFromOf = Long.MIN_VALUE;
  private Map<Long, Days> months = Map.of();
  private Map<Long, Days> unsavedMonths = Map.of();

  /** Achievements unlocked, when at hand. Not a part of the value. */
  Unlocks unlocks;

  /** Whether its row was not told since it changed. Not a part of the value. */
  boolean isUntold;

  private SortedRows untoldDays = NO_DAYS;

  ScopeBook(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** The sum of all unlocks and actions. */
  Tally scored() {
    return new Tally(events, score, newestScoring, oldest);
  }

  /** Says what the sum is; kept as numbers, since a new object an event is hard on an old heap. */
  void score(Tally sum) {
    events = sum.events();
    score = sum.score();
    newestScoring = sum.newestScoring();
    oldest = sum.oldest();
  }

  long unlockEvents() {
    return events - actions;
  }

  /** Adds what was done, but for the points of it. */
  void count(Deeds deeds) {
    actions += deeds.actions();
    playtimeSeconds += deeds.playtimeSeconds();
    seen(deeds.firstSeen(), deeds.lastSeen());
  }

  /** Takes in that something was done between those times, in milliseconds since 1970. */
  void seen(long first, long last) {
    firstSeen = Math.min(firstSeen, first);
    lastSeen = Math.max(lastSeen, last);
  }

  /** Least event time of what was done here; {@code Long.MAX_VALUE} if nothing was. */
  long firstSeen() {
    return firstSeen;
  }

  /** Greatest event time of what was done here; {@code Long.MIN_VALUE} if nothing was. */
  long lastSeen() {
    return lastSeen;
  }

  /** Notes that what was done on the day is to be told. */
  void changed(long day) {
    untoldDays = untoldDays == NO_DAYS ? new SortedRows(0) : untoldDays;
    int found = untoldDays.find(day);
    if (found < 0) {
      int unused = untoldDays.insert(day, found);
    }
  }

  /** The days that are to be told, which are told with this. */
  SortedRows takeUntoldDays() {
    SortedRows taken = untoldDays;
    untoldDays = NO_DAYS;
    return taken;
  }

  /** Chunks at hand. Not a part of the value. */
  Map<Long, Days> months() {
    return months;
  }

  /** Chunks that are not saved, changed in place. */
  Map<Long, Days> unsavedMonths() {
    return unsavedMonths;
  }

  void hold(long month, Days days) {
    months = months.isEmpty() ? new HashMap<>() : months;
    months.put(month, days);
  }

  void holdUnsaved(long month, Days days) {
    hold(month, days);
    unsavedMonths = unsavedMonths.isEmpty() ? new HashMap<>() : unsavedMonths;
    unsavedMonths.put(month, days);
  }

  void letMonthsGo() {
    months = Map.of();
    unsavedMonths = Map.of();
  }

  boolean hasHistory() {
    return firstMonth != NO_MONTH;
  }

  /**
   * The day from which on days are at hand: the Monday of the week in which the month of the newest
   * one began; all are while nothing was scored. Reckoned once a newest day.
   */
  long recentFrom() {
    if (recent.isEmpty()) {
      return Long.MIN_VALUE;
    }
    long newest = recent.day(recent.size() - 1);
    if (newest != recentFromOf) {
      recentFrom = Period.WEEKLY.firstDay(Period.MONTHLY.firstDay(newest));
      recentFromOf = newest;
    }
    return recentFrom;
  }
}
