package dev.laurel.pipeline.board;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the local tops of a scope in a period. Every event asks for those of eight, so a question
 * makes no key of its own, and the days asked for last are at hand.
 */
final class TopIndex {
  private final Map<String, Map<Period, Stretches>> scopes = new HashMap<>();

  /** The tops of one scope and kind of period, by first day. */
  private static final class Stretches {
    private final Map<Long, RegionTops> byFirstDay = new HashMap<>();
    private long lastDay = Long.MIN_VALUE;
    private RegionTops last;

    RegionTops at(long firstDay) {
      if (firstDay != lastDay) {
        last = byFirstDay.computeIfAbsent(firstDay, day -> new RegionTops());
        lastDay = firstDay;
      }
      return last;
    }

    void removeIfEmpty(long firstDay) {
      if (at(firstDay).isEmpty()) {
        byFirstDay.remove(firstDay);
        lastDay = Long.MIN_VALUE;
      }
    }
  }

  RegionTops at(String gameId, Period period, long firstDay) {
    return stretches(gameId, period).at(firstDay);
  }

  void remove(Board board) {
    Stretches stretches = stretches(board.gameId(), board.lasting());
    stretches.at(board.firstDay()).remove(board.region());
    stretches.removeIfEmpty(board.firstDay());
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
