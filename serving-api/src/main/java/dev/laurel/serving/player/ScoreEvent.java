package dev.laurel.serving.player;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.laurel.serving.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * An accepted unlock or action of a player, as answered.
 *
 * @param type unlock or action
 * @param actionId null of an unlock
 * @param actionType null of an unlock
 * @param gameId null of an action without a game
 * @param achievementId null of an action
 * @param scoreIncrement points, below 0 for a penalty
 * @param timestamp event time
 * @param metadata a JSON object as it was sent, or null
 */
record ScoreEvent(
    String eventId,
    String type,
    Optional<String> actionId,
    Optional<String> actionType,
    Optional<String> gameId,
    Optional<String> achievementId,
    long scoreIncrement,
    Instant timestamp,
    Optional<RawValue> metadata) {

  static ScoreEvent read(ResultSet row) throws SQLException {
    return new ScoreEvent(
        row.getString("event_id"),
        row.getString("type"),
        Columns.text(row, "action_id"),
        Columns.text(row, "action_type"),
        Columns.text(row, "game_id").filter(gameId -> !gameId.equals(Completion.NO_GAME)),
        Columns.text(row, "achievement_id"),
        row.getLong("points"),
        Columns.instant(row, "occurred_at").orElseThrow(),
        Columns.text(row, "metadata").map(RawValue::new));
  }
}
