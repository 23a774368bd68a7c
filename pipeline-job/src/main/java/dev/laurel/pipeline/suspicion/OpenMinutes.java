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
 * The minutes of players that may still grow, on the heap: an event costs two look-ups and two
 * small records, and no state. There may be a hundred thousand, mostly of one event, which live too
 * long to be cheap for the garbage collector: so no map is made for each. A minute is closed when
 * event time has passed its end; one that came late stays open for a further minute of event time,
 * so that what comes late together is counted together.
 */
final class OpenMinutes {

  /** A player in a game. */
  private record Who(String playerId, String gameId) {}

  /** A minute of all games. */
  private record Open(long closesAt, Map<Who, PlayerMinute> players) {}

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
    Map<Who, PlayerMinute> players = playersOf(PlayerMinute.startOf(event), eventTime);
    Who who = new Who(event.playerId(), event.gameOrNone());
    PlayerMinute known = players.get(who);
    if (known == null) {
      known = PlayerMinute.of(event);
      size++;
    }
    PlayerMinute next = known.with(event, scored.points(), intervalMillis);
    players.put(who, next);
    return next.unlocks() <= thresholds.unlocksAnInterval()
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
    minutes.values().forEach(minute -> all.addAll(minute.players().values()));
    return all;
  }

  /** Takes back one from a snapshot. */
  void restore(PlayerMinute minute) {
    playersOf(minute.startedAt(), Long.MIN_VALUE)
        .put(new Who(minute.playerId(), minute.gameId()), minute);
    size++;
  }

  private Map<Who, PlayerMinute> playersOf(long startedAt, long eventTime) {
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
    for (PlayerMinute player : minutes.remove(startedAt).players().values()) {
      games.computeIfAbsent(player.gameId(), game -> new ArrayList<>()).add(player);
      flagBursts(player, flags);
      size--;
    }
    games.forEach(
        (gameId, players) ->
            shares.accept(GameMinute.of(gameId, startedAt, players, thresholds.least())));
  }

  /** Tells the bursts that grew after they were flagged. */
  private void flagBursts(PlayerMinute player, Consumer<Flag> flags) {
    if (player.unlocks() <= thresholds.unlocksAnInterval()) {
      return;
    }
    player.bursts().stream()
        .filter(burst -> burst.unlocks() > thresholds.unlocksAnInterval() + 1)
        .forEach(burst -> flags.accept(player.flag(burst, thresholds)));
  }
}
