package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.proof.Acceptance.Booking;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What accepted deeds add up to by day and by month, by brute force: every row is counted from all
 * deeds again. Rows by their key, as in {@code ada/chess/daily/2026-03-01}, with their columns by
 * name; what is absent has no column.
 */
public record Statistics(List<Booking> bookings) {
  private static final long SECONDS_OF_A_PLAYTIME = 60;
  private static final List<String> PERIODS = List.of("daily", "monthly");

  /** Table rows of players. */
  public Map<String, Map<String, Long>> players() {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    for (String period : PERIODS) {
      by(one -> one.deed().player() + "/" + game(one) + "/" + span(one, period))
          .forEach((key, of) -> rows.put(key, player(of, period)));
    }
    return rows;
  }

  private Map<String, Long> player(List<Booking> of, String period) {
    List<Booking> scored = of.stream().filter(Booking::scores).toList();
    Map<String, Long> row = sums(of, period);
    row.put("firstSeen", times(of.stream()).min().getAsLong());
    row.put("lastSeen", times(of.stream()).max().getAsLong());
    times(scored.stream()).min().ifPresent(first -> row.put("firstScored", first));
    times(scored.stream().filter(one -> one.points() != 0))
        .max()
        .ifPresent(last -> row.put("lastScoring", last));
    return row;
  }

  /** Table rows of games, and of the platform as game {@code global}. */
  public Map<String, Map<String, Long>> games() {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    for (String period : PERIODS) {
      by(one -> game(one) + "/" + span(one, period))
          .forEach((key, of) -> rows.put(key, game(of, period, true)));
      by(one -> "global/" + span(one, period))
          .forEach((key, of) -> rows.put(key, game(of, period, false)));
    }
    return rows;
  }

  private Map<String, Long> game(List<Booking> of, String period, boolean inGame) {
    Map<String, Long> row = sums(of, period);
    row.put("active", (long) players(of).size());
    row.put("new", firsts(of, period, "all-time", inGame));
    if (period.equals("daily")) {
      row.put("newToWeek", firsts(of, period, "weekly", inGame));
      row.put("newToMonth", firsts(of, period, "monthly", inGame));
    }
    return row;
  }

  /** Players among these of whom nothing else lies before this in the wider period. */
  private long firsts(List<Booking> of, String period, String within, boolean inGame) {
    Booking any = of.get(0);
    Span span = Span.holding(any.deed().occurredAt(), period);
    Span wide = Span.holding(any.deed().occurredAt(), within);
    return players(of).stream()
        .filter(
            player ->
                bookings.stream()
                    .filter(one -> one.deed().player().equals(player))
                    .filter(one -> !inGame || game(one).equals(game(any)))
                    .filter(one -> Span.holding(one.deed().occurredAt(), within).equals(wide))
                    .noneMatch(
                        one ->
                            Span.holding(one.deed().occurredAt(), period)
                                .firstDay()
                                .isBefore(span.firstDay())))
        .count();
  }

  /** Table rows of achievements. */
  public Map<String, Map<String, Long>> achievementRows() {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    for (String period : List.of("daily", "monthly", "all-time")) {
      unlocks(bookings)
          .collect(Collectors.groupingBy(one -> name(one) + "/" + span(one, period)))
          .forEach(
              (key, of) ->
                  rows.put(
                      key,
                      Map.of("unlocks", (long) of.size(), "distinct", firstUnlocks(of, period))));
    }
    return rows;
  }

  /** Table rows of the achievements of players. */
  public Map<String, Map<String, Long>> playerAchievements() {
    Map<String, Map<String, Long>> rows = new TreeMap<>();
    unlocks(bookings)
        .collect(Collectors.groupingBy(one -> one.deed().player() + "/" + name(one)))
        .forEach(
            (key, of) ->
                rows.put(
                    key,
                    Map.of(
                        "unlocks", (long) of.size(),
                        "points", of.stream().mapToLong(Booking::points).sum(),
                        "unlockedAt", times(of.stream()).min().getAsLong(),
                        "lastUnlockedAt", times(of.stream()).max().getAsLong())));
    return rows;
  }

  /** The achievements that were unlocked, each of each player once. */
  static Set<String> achievements(Collection<Booking> of) {
    return unlocks(of)
        .map(one -> one.deed().player() + "/" + name(one))
        .collect(Collectors.toCollection(HashSet::new));
  }

  static long playtimeSeconds(Collection<Booking> of) {
    return SECONDS_OF_A_PLAYTIME * of.stream().filter(one -> !one.scores()).count();
  }

  private Map<String, Long> sums(List<Booking> of, String period) {
    long unlocks = unlocks(of).count();
    long playtimes = of.stream().filter(one -> !one.scores()).count();
    Map<String, Long> row = new TreeMap<>();
    row.put("unlocks", unlocks);
    row.put("distinct", firstUnlocks(of, period));
    row.put("actions", of.size() - unlocks - playtimes);
    row.put("points", of.stream().mapToLong(Booking::points).sum());
    row.put("playtime", playtimeSeconds(of));
    return row;
  }

  /** Of the achievements unlocked here, how many their players had not unlocked before. */
  private long firstUnlocks(List<Booking> of, String period) {
    Set<String> here = achievements(of);
    Span span = Span.holding(of.get(0).deed().occurredAt(), period);
    Set<String> before =
        achievements(
            bookings.stream()
                .filter(
                    one ->
                        Span.holding(one.deed().occurredAt(), period)
                            .firstDay()
                            .isBefore(span.firstDay()))
                .toList());
    here.removeAll(before);
    return here.size();
  }

  private Map<String, List<Booking>> by(Function<Booking, String> key) {
    return bookings.stream().collect(Collectors.groupingBy(key));
  }

  private static Set<String> players(List<Booking> of) {
    return of.stream().map(one -> one.deed().player()).collect(Collectors.toSet());
  }

  private static Stream<Booking> unlocks(Collection<Booking> of) {
    return of.stream().filter(one -> one.deed().type().equals("unlock"));
  }

  private static LongStream times(Stream<Booking> of) {
    return of.mapToLong(one -> one.deed().occurredAt());
  }

  private static String name(Booking one) {
    return game(one) + "/" + one.deed().name();
  }

  private static String game(Booking one) {
    return one.deed().game().orElse("_none");
  }

  private static String span(Booking one, String period) {
    return period + "/" + Span.holding(one.deed().occurredAt(), period).firstDay();
  }
}
