package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The tables that the job's rows make: of rows with the same key the newest version stays. */
public final class Rows {
  private Rows() {}

  /** Table {@code players}. */
  public static Map<String, Totals> players(Collection<PlayerTotals> rows) {
    Map<String, PlayerTotals> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(row.playerId(), row, Rows::newer));
    Map<String, Totals> table = new TreeMap<>();
    newest.forEach((player, row) -> table.put(player, totals(row)));
    return table;
  }

  /** Table {@code player_scores}, a player and game each. */
  public static Map<String, Map<String, GameTotals>> playerScores(Collection<GameScore> rows) {
    Map<String, GameScore> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(row.playerId() + "/" + row.gameId(), row, Rows::newer));
    Map<String, Map<String, GameTotals>> table = new TreeMap<>();
    newest
        .values()
        .forEach(
            row ->
                table
                    .computeIfAbsent(row.playerId(), player -> new TreeMap<>())
                    .put(row.gameId(), gameTotals(row)));
    return table;
  }

  /** Table {@code player_regions}, by player and day. */
  public static Map<String, String> playerRegions(Collection<RegionOfDay> rows) {
    Map<String, RegionOfDay> newest = new HashMap<>();
    rows.forEach(
        row ->
            newest.merge(
                row.playerId() + "/" + row.day(),
                row,
                (old, next) -> next.version() >= old.version() ? next : old));
    Map<String, String> table = new TreeMap<>();
    newest.forEach((key, row) -> table.put(key, row.region()));
    return table;
  }

  /** Table {@code score_events}: points by offset; the same event may be told again. */
  public static Map<Long, Long> scoreEvents(Collection<ScoredEvent> rows) {
    Map<Long, Long> table = new TreeMap<>();
    rows.forEach(row -> table.merge(row.event().source().offset(), row.points(), Rows::same));
    return table;
  }

  /** Topic {@code dead-letters}: reasons by offset; the same record may be told again. */
  public static Map<Long, String> deadLetters(Collection<DeadLetter> letters) {
    Map<Long, String> table = new TreeMap<>();
    letters.forEach(
        letter ->
            table.merge(letter.source().offset(), letter.refusal().reason().name(), Rows::same));
    return table;
  }

  private static Totals totals(PlayerTotals row) {
    return new Totals(
        new Score(row.score(), millis(row.reachedAt())),
        row.totalActions(),
        row.actionPoints(),
        row.totalUnlocks(),
        row.distinctUnlocks(),
        row.playtimeSeconds(),
        millis(row.firstActiveAt()),
        millis(row.lastActiveAt()),
        Optional.ofNullable(row.username()),
        Optional.ofNullable(row.region()),
        row.excluded(),
        row.firstSeenAt().toEpochMilli(),
        row.lastSeenAt().toEpochMilli());
  }

  private static GameTotals gameTotals(GameScore row) {
    return new GameTotals(
        Optional.ofNullable(row.region()),
        new Score(row.score(), millis(row.reachedAt())),
        row.totalActions(),
        row.totalUnlocks(),
        row.distinctUnlocks(),
        row.playtimeSeconds(),
        row.firstSeenAt().toEpochMilli(),
        row.lastSeenAt().toEpochMilli());
  }

  private static OptionalLong millis(Instant time) {
    return time == null ? OptionalLong.empty() : OptionalLong.of(time.toEpochMilli());
  }

  private static PlayerTotals newer(PlayerTotals old, PlayerTotals next) {
    return next.version() >= old.version() ? next : old;
  }

  private static GameScore newer(GameScore old, GameScore next) {
    return next.version() >= old.version() ? next : old;
  }

  private static <T> T same(T one, T other) {
    if (!one.equals(other)) {
      throw new AssertionError("one record became " + one + " and " + other);
    }
    return one;
  }
}
