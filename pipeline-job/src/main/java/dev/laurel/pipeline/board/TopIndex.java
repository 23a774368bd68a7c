package dev.laurel.pipeline.board;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the local top of a board. Every event asks for those of up to sixteen boards, in two scopes
 * of everyone and one region, so a question makes no key of its own, and the game and the days
 * asked for last are at hand.
 */
final class TopIndex {
  private final Map<String, Scope> games = new HashMap<>();
  private final Scope global = new Scope(Board.GLOBAL);
  private Scope lastGame = new Scope("");

  /** The tops of all games, or of one. */
  private static final class Scope {
    private final String gameId;
    private final Periods everyone = new Periods();
    private final Map<String, Periods> regions = new HashMap<>();

    Scope(String gameId) {
      this.gameId = gameId;
    }

    Periods of(String region) {
      if (region.equals(Board.EVERYONE)) {
        return everyone;
      }
      Periods known = regions.get(region);
      return known != null ? known : regions.computeIfAbsent(region, added -> new Periods());
    }
  }

  /** Those of one region, or of everyone. */
  private static final class Periods {
    private final Map<Period, Days> days = new EnumMap<>(Period.class);

    Periods() {
      for (Period period : Period.values()) {
        days.put(period, new Days());
      }
    }
  }

  /** Those of one kind of period, by first day. */
  private static final class Days {
    private final Map<Long, LocalTop> tops = new HashMap<>();
    private long lastDay = Long.MIN_VALUE;
    private LocalTop last;

    LocalTop at(long firstDay) {
      if (firstDay != lastDay) {
        last = tops.get(firstDay);
        lastDay = firstDay;
      }
      return last;
    }

    void put(long firstDay, LocalTop top) {
      tops.put(firstDay, top);
      lastDay = Long.MIN_VALUE;
    }

    void remove(long firstDay) {
      tops.remove(firstDay);
      lastDay = Long.MIN_VALUE;
    }
  }

  /** The board's top; null if it is not known. */
  LocalTop find(String gameId, String region, Period period, long firstDay) {
    return days(gameId, region, period).at(firstDay);
  }

  void put(LocalTop top) {
    Board board = top.board();
    days(board.gameId(), board.region(), board.lasting()).put(board.firstDay(), top);
  }

  void remove(Board board) {
    days(board.gameId(), board.region(), board.lasting()).remove(board.firstDay());
  }

  private Days days(String gameId, String region, Period period) {
    return scope(gameId).of(region).days.get(period);
  }

  private Scope scope(String gameId) {
    if (gameId.equals(Board.GLOBAL)) {
      return global;
    }
    if (!gameId.equals(lastGame.gameId)) {
      lastGame = games.computeIfAbsent(gameId, Scope::new);
    }
    return lastGame;
  }
}
