package dev.laurel.local.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The top of one board while its players come by: the best of them, and how many there are. */
final class BoardTop {

  /** One player's line. */
  record Line(
      String player,
      long score,
      long reachedAt,
      Optional<String> username,
      Optional<String> region) {}

  /** By score, then who reached it first, then by name: the better one is less. */
  private static final Comparator<Line> RANK =
      Comparator.comparingLong(Line::score)
          .reversed()
          .thenComparingLong(Line::reachedAt)
          .thenComparing(Line::player);

  private final int size;
  private final PriorityQueue<Line> best = new PriorityQueue<>(4, RANK.reversed());
  private int total;

  BoardTop(int size) {
    this.size = size;
  }

  void add(Line line) {
    total++;
    best.add(line);
    if (best.size() > size) {
      best.remove();
    }
  }

  int total() {
    return total;
  }

  /** The best in rank order, in the one spelling of {@link Entries}. */
  String entries(boolean withNames) {
    List<Line> ranked = new ArrayList<>(best);
    ranked.sort(RANK);
    return IntStream.range(0, ranked.size())
        .mapToObj(at -> Entries.line(entry(at + 1, ranked.get(at), withNames)))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> entry(int rank, Line line, boolean withNames) {
    Map<String, Object> entry = new TreeMap<>();
    entry.put("rank", rank);
    entry.put("playerId", line.player());
    entry.put("score", line.score());
    entry.put("reachedAt", Instant.ofEpochMilli(line.reachedAt()).toString());
    line.region().ifPresent(region -> entry.put("region", region));
    line.username().filter(name -> withNames).ifPresent(name -> entry.put("username", name));
    return entry;
  }
}
