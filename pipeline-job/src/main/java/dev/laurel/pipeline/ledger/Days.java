package dev.laurel.pipeline.ledger;

/** What a player did on each of some days in one scope. Days are counted from 1970-01-01, UTC. */
final class Days {
  private static final int EVENTS = 0;
  private static final int SCORE = 1;
  private static final int NEWEST_SCORING = 2;
  private static final int OLDEST = 3;
  private static final int ACTIONS = 4;
  private static final int FIRST_UNLOCKS = 5;
  private static final int PLAYTIME_SECONDS = 6;
  private static final int FIRST_SEEN = 7;
  private static final int LAST_SEEN = 8;
  private static final int WIDTH = 9;

  private final SortedRows rows;

  Days() {
    this(0);
  }

  /** No days yet, but room for so many. */
  Days(int room) {
    rows = new SortedRows(WIDTH, room);
  }

  int size() {
    return rows.size();
  }

  boolean isEmpty() {
    return rows.size() == 0;
  }

  long day(int at) {
    return rows.key(at);
  }

  /** Unlocks and actions of a day. */
  Tally tally(int at) {
    return new Tally(
        rows.cell(at, EVENTS),
        rows.cell(at, SCORE),
        rows.cell(at, NEWEST_SCORING),
        rows.cell(at, OLDEST));
  }

  /** All that was done on a day. */
  Deeds deeds(int at) {
    return new Deeds(
        tally(at),
        rows.cell(at, ACTIONS),
        rows.cell(at, FIRST_UNLOCKS),
        rows.cell(at, PLAYTIME_SECONDS),
        rows.cell(at, FIRST_SEEN),
        rows.cell(at, LAST_SEEN));
  }

  /** Adds to a day; tells whether it is the first that is known of it. */
  boolean add(long day, Deeds more) {
    int found = rows.find(day);
    if (found >= 0) {
      set(found, deeds(found).plus(more));
      return false;
    }
    set(rows.insert(day, found), more);
    return true;
  }

  /** Unlocks and actions from the first day to the last one, exclusive. */
  Tally within(long firstDay, long endDay) {
    Tally sum = Tally.NONE;
    for (int at = rows.size() - 1; at >= 0 && rows.key(at) >= firstDay; at--) {
      if (rows.key(at) < endDay) {
        sum = sum.isEmpty() ? tally(at) : sum.plus(tally(at));
      }
    }
    return sum;
  }

  /** All that was done from the first day to the last one, exclusive. */
  Deeds deedsWithin(long firstDay, long endDay) {
    Deeds sum = Deeds.NONE;
    for (int at = rows.size() - 1; at >= 0 && rows.key(at) >= firstDay; at--) {
      if (rows.key(at) < endDay) {
        sum = sum.plus(deeds(at));
      }
    }
    return sum;
  }

  /** Takes out the days before that one. */
  Days takeBefore(long day) {
    int count = 0;
    while (count < rows.size() && rows.key(count) < day) {
      count++;
    }
    Days taken = new Days(count);
    for (int at = 0; at < count; at++) {
      boolean unused = taken.add(day(at), deeds(at));
    }
    rows.removeFirst(count);
    return taken;
  }

  private void set(int at, Deeds deeds) {
    rows.set(at, EVENTS, deeds.scored().events());
    rows.set(at, SCORE, deeds.scored().score());
    rows.set(at, NEWEST_SCORING, deeds.scored().newestScoring());
    rows.set(at, OLDEST, deeds.scored().oldest());
    rows.set(at, ACTIONS, deeds.actions());
    rows.set(at, FIRST_UNLOCKS, deeds.firstUnlocks());
    rows.set(at, PLAYTIME_SECONDS, deeds.playtimeSeconds());
    rows.set(at, FIRST_SEEN, deeds.firstSeen());
    rows.set(at, LAST_SEEN, deeds.lastSeen());
  }
}
