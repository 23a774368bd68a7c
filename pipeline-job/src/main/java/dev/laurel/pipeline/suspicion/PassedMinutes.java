package dev.laurel.pipeline.suspicion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The minutes that were closed and not told yet, on the heap. */
final class PassedMinutes {
  private final Map<String, TreeMap<Long, GameMinute>> games = new LinkedHashMap<>();

  void add(GameMinute minute) {
    games
        .computeIfAbsent(minute.gameId(), game -> new TreeMap<>())
        .merge(minute.startedAt(), minute, GameMinute::with);
  }

  /** Takes all of them out, a value a game. */
  List<GameMinutes> takeAll() {
    List<GameMinutes> taken = new ArrayList<>(games.size());
    games.forEach(
        (gameId, minutes) -> taken.add(GameMinutes.of(gameId, List.copyOf(minutes.values()))));
    games.clear();
    return taken;
  }
}
