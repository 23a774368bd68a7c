package dev.laurel.pipeline.board;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds local tops. Every event asks for sixteen of them, so a question makes no key of its own and
 * the days asked for last are at hand.
 */
final class TopIndex {
  private final Map<String, Map<Period, Stretches>> scopes = new HashMap<>();
  private int size;

  /** The tops of one scope and kind of period, by first day and region. */
  private static final class Stretches {
    private final Map<Long, Map<String, LocalTop>> byFirstDay = new HashMap<>();
    private long lastDay = Long.MIN_VALUE;
    private Map<String, LocalTop> last = Map.of();

    Map<String, LocalTop> at(long firstDay) {
      if (firstDay != lastDay) {
        last = byFirstDay.computeIfAbsent(firstDay, day -> new HashMap<>());
        lastDay = firstDay;
      }
      return last;
    }

    void remove(long firstDay, String region) {
      Map<String, LocalTop> regions = at(firstDay);
      regions.remove(region);
      if (regions.isEmpty()) {
        byFirstDay.remove(firstDay);
        lastDay = Long.MIN_VALUE;
      }
    }
  }

  Optional<LocalTop> find(String gameId, String region, Period period, long firstDay) {
    return Optional.ofNullable(stretches(gameId, period).at(firstDay).get(region));
  }

  LocalTop findOrAdd(
      String gameId, String region, Period period, long firstDay, Supplier<LocalTop> added) {
    Map<String, LocalTop> regions = stretches(gameId, period).at(firstDay);
    LocalTop known = regions.get(region);
    if (known == null) {
      known = added.get();
      regions.put(region, known);
      size++;
    }
    return known;
  }

  void remove(Board board) {
    stretches(board.gameId(), board.lasting()).remove(board.firstDay(), board.region());
    size--;
  }

  int size() {
    return size;
  }

  Collection<LocalTop> all() {
    return scopes.values().stream()
        .flatMap(periods -> periods.values().stream())
        .flatMap(stretches -> stretches.byFirstDay.values().stream())
        .flatMap(regions -> regions.values().stream())
        .toList();
  }

  private Stretches stretches(String gameId, Period period) {
    Map<Period, Stretches> periods = scopes.get(gameId);
    if (periods == null) {
      periods = new EnumMap<>(Period.class);
      for (Period each : Period.values()) {
        periods.put(each, new Stretches());
      }
      scopes.put(gameId, periods);
    }
    return periods.get(period);
  }
}
