package dev.laurel.local.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How often all players together unlocked each achievement, by day of event time. */
final class AchievementCounts {
  private static final List<Span> SPANS = List.of(Span.ALL_TIME, Span.DAILY, Span.MONTHLY);

  private final Map<Key, Map<Long, Integer>> unlocks = new HashMap<>();

  /** Counts an accepted unlock. */
  void count(String game, String achievement, long day) {
    unlocks
        .computeIfAbsent(Key.of(game, achievement), named -> new HashMap<>())
        .merge(day, 1, Integer::sum);
  }

  /** The rows of achievement_stats; whose first unlock was when stands in the players' books. */
  Stream<Row> rows(Iterable<PlayerBook> players) {
    NavigableMap<Key, long[]> counts = new TreeMap<>();
    unlocks.forEach(
        (named, byDay) -> byDay.forEach((day, many) -> add(counts, named, day, 0, many)));
    for (PlayerBook player : players) {
      player.games().forEach((game, book) -> addFirsts(counts, game, book));
    }
    return counts.entrySet().stream()
        .map(each -> Row.of(each.getKey(), each.getValue()[0], each.getValue()[1]));
  }

  private static void addFirsts(NavigableMap<Key, long[]> counts, String game, GameBook book) {
    book.achievements()
        .forEach(
            (name, unlocked) -> add(counts, Key.of(game, name), Span.dayOf(unlocked.first), 1, 1));
  }

  private static void add(
      NavigableMap<Key, long[]> counts, Key named, long day, int column, int many) {
    for (Span span : SPANS) {
      Key key =
          Key.of(
              named.parts().get(0),
              named.parts().get(1),
              span.word(),
              LocalDate.ofEpochDay(span.first(day)));
      counts.computeIfAbsent(key, each -> new long[2])[column] += many;
    }
  }
}
