package dev.laurel.pipeline.outlet;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Rows as the job makes them. */
final class SampleRows {
  static final Instant FIRST_MOMENT = Instant.parse("1970-01-01T00:00:00.001Z");
  static final Instant LAST_MOMENT = Instant.parse("2999-12-31T23:59:59.999Z");

  /** A name that every layer between here and a table has to quote or escape. */
  static final String AWKWARD_NAME = "Ada \"{,}\\ L'Ovelace\t\u20ac \ud83c\udfc6 NULL";

  private SampleRows() {}

  static PlayerTotals totals(String player, long score, long version) {
    return new PlayerTotals(
        player,
        AWKWARD_NAME,
        "GB",
        score,
        LAST_MOMENT,
        3,
        -450,
        5,
        4,
        7_200,
        FIRST_MOMENT,
        LAST_MOMENT,
        FIRST_MOMENT,
        LAST_MOMENT,
        true,
        version);
  }

  /** Of a player who has only told their name. */
  static PlayerTotals unknown(String player, long version) {
    return new PlayerTotals(
        player,
        null,
        null,
        0,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        FIRST_MOMENT,
        FIRST_MOMENT,
        false,
        version);
  }

  static GameScore score(String player, String game, long score, long version) {
    return new GameScore(
        player,
        game,
        "GB",
        score,
        LAST_MOMENT,
        2,
        1,
        1,
        60,
        FIRST_MOMENT,
        LAST_MOMENT,
        false,
        version);
  }

  static BoardTop top(Board board, long version, Standing... entries) {
    return new BoardTop(board, version, LAST_MOMENT, FIRST_MOMENT, 7, List.of(entries));
  }

  static Standing standing(String player, long score) {
    return new Standing(player, score, FIRST_MOMENT, AWKWARD_NAME, "GB");
  }

  static Standing unnamed(String player, long score) {
    return new Standing(player, score, LAST_MOMENT, null, null);
  }

  static Flag flag(String player, long measured) {
    return flag(Rule.POINTS_A_MINUTE, player, measured);
  }

  static Flag flag(Rule rule, String player, long measured) {
    return new Flag(rule, player, "chess", FIRST_MOMENT, 60_000, measured, 25_000, "");
  }

  static Flag flagOfAddress(String player, String address) {
    return new Flag(
        Rule.PLAYERS_AN_ADDRESS, player, "_none", FIRST_MOMENT, 3_600_000, 21, 20, address);
  }

  static ScoredEvent action(String player, Instant occurredAt, long offset) {
    return new ScoredEvent(
        new PlayerEvent(
            EventType.ACTION,
            "event-" + offset,
            player,
            occurredAt,
            null,
            null,
            "LEVEL_COMPLETE",
            "request-1",
            "action-1",
            null,
            0,
            "{\"quote\\\"\": [1, {\"deep\": null}], \"name\": \"\u20ac\"}",
            "192.0.2.7",
            "game \\ 1.0",
            null,
            null,
            false,
            null,
            null,
            source(player, offset)),
        -1_000_000_000);
  }

  static ScoredEvent unlock(String player, Instant occurredAt, long offset) {
    return new ScoredEvent(
        new PlayerEvent(
            EventType.UNLOCK,
            "event-" + offset,
            player,
            occurredAt,
            "chess",
            "first-win",
            null,
            null,
            null,
            7L,
            0,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            source(player, offset)),
        7);
  }

  static SourceRecord source(String player, long offset) {
    return new SourceRecord(
        "player-events",
        11,
        offset,
        LAST_MOMENT,
        player.getBytes(StandardCharsets.UTF_8),
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
