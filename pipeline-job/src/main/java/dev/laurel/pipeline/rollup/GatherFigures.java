package dev.laurel.pipeline.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Figures of a task that gather until they are told: a busy game is one record a day and not one an
 * event, before anything goes over the network.
 *
 * <p>Every event asks four times, so a question makes no key of its own, and up to eight days of a
 * subject are at hand: those of a log that is read in parts take turns. What is remembered of a
 * subject that was told is its name and room for these: as many as the catalog has.
 */
public final class GatherFigures {
  private static final int RECENT_DAYS = 8;

  private final Map<String, Map<String, OfSubject>> games = new HashMap<>();
  private final List<OfSubject> untold = new ArrayList<>();

  /** By day, days that are kept apart from those that are not. */
  private static final class OfSubject {
    private final Subject subject;
    private final Map<Long, Figures> days = new LinkedHashMap<>();
    private final long[] recentKeys = new long[RECENT_DAYS];
    private final Figures[] recent = new Figures[RECENT_DAYS];

    OfSubject(Subject subject) {
      this.subject = subject;
    }

    Figures on(long day, boolean kept) {
      long key = 2 * day + (kept ? 1 : 0);
      int at = (int) Math.floorMod(day, (long) RECENT_DAYS);
      if (recent[at] == null || recentKeys[at] != key) {
        recent[at] = days.computeIfAbsent(key, added -> new Figures());
        recentKeys[at] = key;
      }
      return recent[at];
    }

    void tell(Consumer<DayFigures> out) {
      days.forEach(
          (key, figures) ->
              out.accept(
                  new DayFigures(
                      subject,
                      Math.floorDiv(key, 2),
                      Math.floorMod(key, 2) == 1,
                      figures.bytes())));
      days.clear();
      Arrays.fill(recent, null);
    }
  }

  /** The figures of the log of events on a day of log time, to be added to. */
  public Figures ofLog(long day) {
    return of(Subject.LOG.gameId(), Subject.LOG.achievementId()).on(day, true);
  }

  /**
   * The figures of a game on a day, to be added to. A day that is not kept counts in longer periods
   * only.
   */
  public Figures ofGame(String gameId, long day, boolean kept) {
    return of(gameId, "").on(day, kept);
  }

  /** The figures of an achievement on a day, likewise. */
  public Figures ofAchievement(String gameId, String achievementId, long day, boolean kept) {
    return of(gameId, achievementId).on(day, kept);
  }

  /** Tells what has gathered, and begins anew. */
  public void tell(Consumer<DayFigures> out) {
    untold.forEach(subject -> subject.tell(out));
    untold.clear();
  }

  private OfSubject of(String gameId, String achievementId) {
    OfSubject known =
        games
            .computeIfAbsent(gameId, added -> new HashMap<>())
            .computeIfAbsent(achievementId, added -> new OfSubject(subject(gameId, added)));
    if (known.days.isEmpty()) {
      untold.add(known);
    }
    return known;
  }

  private static Subject subject(String gameId, String achievementId) {
    if (!achievementId.isEmpty()) {
      return Subject.achievement(gameId, achievementId);
    }
    return gameId.isEmpty() ? Subject.LOG : Subject.game(gameId);
  }
}
