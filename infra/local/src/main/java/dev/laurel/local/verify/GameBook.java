package dev.laurel.local.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one player did in one game. */
final class GameBook {

  /** What a player has of one achievement. */
  static final class Unlocked {
    final boolean repeats;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long unlocks;
    long points;

    private Unlocked(boolean repeats) {
      this.repeats = repeats;
    }

    private void book(long occurredAt, long worth) {
      first = Math.min(first, occurredAt);
      last = Math.max(last, occurredAt);
      unlocks++;
      points += worth;
    }
  }

  private final List<Tally> days = new ArrayList<>(1);
  private final NavigableMap<String, Unlocked> achievements = new TreeMap<>();

  /** Books what happened; an unlock under a name that is shared by all players. */
  void book(Happening what, long worth, String achievement, boolean repeats) {
    tally(Span.dayOf(what.occurredAt())).book(what, worth);
    if (what.kind() == Happening.Kind.UNLOCK) {
      achievements
          .computeIfAbsent(achievement, name -> new Unlocked(repeats))
          .book(what.occurredAt(), worth);
    }
  }

  private Tally tally(long day) {
    int at = days.size();
    while (at > 0 && days.get(at - 1).day > day) {
      at--;
    }
    if (at == 0 || days.get(at - 1).day < day) {
      days.add(at, new Tally(day));
      return days.get(at);
    }
    return days.get(at - 1);
  }

  /** Whether an achievement is unlocked that can be unlocked only once. */
  boolean hasForEver(String achievement) {
    Unlocked unlocked = achievements.get(achievement);
    return unlocked != null && !unlocked.repeats;
  }

  /** By name. */
  NavigableMap<String, Unlocked> achievements() {
    return achievements;
  }

  /** What was done in each period of a kind, by its first day. */
  NavigableMap<Long, Tally> by(Span span) {
    NavigableMap<Long, Tally> sums = new TreeMap<>();
    days.forEach(each -> sum(sums, span, each.day).add(each));
    achievements
        .values()
        .forEach(unlocked -> sum(sums, span, Span.dayOf(unlocked.first)).distinct++);
    return sums;
  }

  private static Tally sum(NavigableMap<Long, Tally> sums, Span span, long day) {
    return sums.computeIfAbsent(span.first(day), Tally::new);
  }
}
