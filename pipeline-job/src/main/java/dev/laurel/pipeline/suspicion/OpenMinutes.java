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
 * The minutes of players that may still grow, on the heap: an event costs two look-ups, and no
 * state. A minute is closed when event time has passed its end; one that came late stays open for a
 * further minute of event time, so that what comes late together is counted together.
 */
final class OpenMinutes {

  /** A minute of all games; each player's finds itself. */
  private record Open(long closesAt, Map<OpenMinute, OpenMinute> players) {}

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
    long startedAt = PlayerMinute.startOf(event);
    var begun = new OpenMinute(event.playerId(), event.gameOrNone(), startedAt);
    OpenMinute known = playersOf(startedAt, eventTime).putIfAbsent(begun, begun);
    size += known == null ? 1 : 0;
    OpenMinute minute = known == null ? begun : known;
    int inItsInterval = minute.count(event, scored.points(), intervalMillis);
    return inItsInterval == thresholds.unlocksAnInterval() + 1
        ? Optional.of(minute.flag(minute.newestBurst(), thresholds))
        : Optional.empty();
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
  List<OpenMinute> all() {
    List<OpenMinute> all = new ArrayList<>(size);
    minutes.values().forEach(minute -> all.addAll(minute.players().values()));
    return all;
  }

  /** Takes back one from a snapshot. */
  void restore(OpenMinute minute) {
    playersOf(minute.startedAt(), Long.MIN_VALUE).put(minute, minute);
    size++;
  }

  private Map<OpenMinute, OpenMinute> playersOf(long startedAt, long eventTime) {
    Open minute = minutes.get(startedAt);
    if (minute == null) {
      long end = startedAt + PlayerMinute.MILLIS - 1;
      minute = new Open(Math.max(end, eventTime + PlayerMinute.MILLIS), new HashMap<>());
      minutes.put(startedAt, minute);
    }
    return minute.players();
  }

  private void close(long startedAt, Consumer<GameMinute> shares, Consumer<Flag> flags) {
    Map<String, List<PlayerMinute>> games = new HashMap<>();
    for (OpenMinute player : minutes.remove(startedAt).players().values()) {
      games.computeIfAbsent(player.gameId(), game -> new ArrayList<>()).add(player.closed());
      flagBursts(player, flags);
      size--;
    }
    games.forEach(
        (gameId, players) ->
            shares.accept(GameMinute.of(gameId, startedAt, players, thresholds.least())));
  }

  /** Tells the bursts that grew after they were flagged. */
  private void flagBursts(OpenMinute player, Consumer<Flag> flags) {
    if (player.unlocks() <= thresholds.unlocksAnInterval()) {
      return;
    }
    player
        .bursts()
        .filter(burst -> burst.unlocks() > thresholds.unlocksAnInterval() + 1)
        .forEach(burst -> flags.accept(player.flag(burst, thresholds)));
  }
}
