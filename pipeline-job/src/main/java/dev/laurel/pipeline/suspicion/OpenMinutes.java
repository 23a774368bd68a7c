package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.ledger.ScoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The minutes of players that may still grow, on the heap: an event costs two look-ups and a small
 * record, and no state. A minute is closed when event time has passed its end; one that came late
 * stays open for a further minute of event time, so that what comes late together is counted
 * together.
 */
final class OpenMinutes {

  /** A minute of all games: players by game. */
  private record Open(long closesAt, Map<String, Map<String, PlayerMinute>> games) {}

  private final Thresholds thresholds;
  private final long intervalMillis;
  private final TreeMap<Long, Open> minutes = new TreeMap<>();
  private int size;

  OpenMinutes(Thresholds thresholds) {
    this.thresholds = thresholds;
    this.intervalMillis = thresholds.interval().toMillis();
  }

  /** Counts an event; gives the flag of a burst that has just become too great. */
  Optional<Flag> count(ScoredEvent scored, long eventTime) {
    PlayerEvent event = scored.event();
    Map<String, PlayerMinute> players =
        playersOf(PlayerMinute.startOf(event), event.gameOrNone(), eventTime);
    PlayerMinute known = players.get(event.playerId());
    if (known == null) {
      known = PlayerMinute.of(event);
      size++;
    }
    PlayerMinute next = known.with(event, scored.points(), intervalMillis);
    players.put(event.playerId(), next);
    return next.pace().unlocks() <= thresholds.unlocksAnInterval()
        ? Optional.empty()
        : next.burst(event, intervalMillis)
            .filter(burst -> burst.unlocks() == thresholds.unlocksAnInterval() + 1)
            .map(burst -> next.flag(burst, thresholds));
  }

  /** Closes what event time has passed. */
  void closeUpTo(long eventTime, Consumer<GameMinute> shares, Consumer<Flag> flags) {
    List<Long> passed = new ArrayList<>();
    minutes.forEach(
        (startedAt, minute) -> {
          if (minute.closesAt() <= eventTime) {
            passed.add(startedAt);
          }
        });
    passed.forEach(startedAt -> close(startedAt, shares, flags));
  }

  /** Closes the oldest minute although it may still grow. */
  void closeOldest(Consumer<GameMinute> shares, Consumer<Flag> flags) {
    close(minutes.firstKey(), shares, flags);
  }

  /** How many minutes are open, one a player and game. */
  int size() {
    return size;
  }

  /** All of them, for a snapshot. */
  List<PlayerMinute> all() {
    List<PlayerMinute> all = new ArrayList<>(size);
    minutes
        .values()
        .forEach(minute -> minute.games().values().forEach(game -> all.addAll(game.values())));
    return all;
  }

  /** Takes back one from a snapshot. */
  void restore(PlayerMinute minute) {
    playersOf(minute.startedAt(), minute.gameId(), Long.MIN_VALUE).put(minute.playerId(), minute);
    size++;
  }

  private Map<String, PlayerMinute> playersOf(long startedAt, String gameId, long eventTime) {
    Open minute = minutes.get(startedAt);
    if (minute == null) {
      long end = startedAt + PlayerMinute.MILLIS - 1;
      minute = new Open(Math.max(end, eventTime + PlayerMinute.MILLIS), new HashMap<>());
      minutes.put(startedAt, minute);
    }
    return minute.games().computeIfAbsent(gameId, game -> new HashMap<>());
  }

  private void close(long startedAt, Consumer<GameMinute> shares, Consumer<Flag> flags) {
    minutes
        .remove(startedAt)
        .games()
        .forEach(
            (gameId, players) -> {
              List<PlayerMinute> all = List.copyOf(players.values());
              size -= all.size();
              shares.accept(GameMinute.of(gameId, startedAt, all, thresholds.least()));
              all.forEach(player -> flagBursts(player, flags));
            });
  }

  /** Tells the bursts that grew after they were flagged. */
  private void flagBursts(PlayerMinute player, Consumer<Flag> flags) {
    if (player.pace().unlocks() <= thresholds.unlocksAnInterval()) {
      return;
    }
    player.bursts().stream()
        .filter(burst -> burst.unlocks() > thresholds.unlocksAnInterval() + 1)
        .forEach(burst -> flags.accept(player.flag(burst, thresholds)));
  }
}
