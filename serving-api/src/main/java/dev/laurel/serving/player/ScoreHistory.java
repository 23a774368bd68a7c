package dev.laurel.serving.player;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Part;
import dev.laurel.serving.web.Identifier;
import dev.laurel.serving.web.PageOfList;
import java.util.Optional;

/** What players' scores are made of, from the table laurel.score_events: the last 90 days. */
public final class ScoreHistory {

  /**
   * A page, newest first: of each month the index of players' events, read backwards. The player is
   * named in each part, so that the planner knows how many events there are to expect.
   */
  private static final String PAGE =
      """
      select counted.total, line.*
      from laurel.players as player
      cross join lateral (
        select count(*) as total from laurel.score_events as event where event.player_id = ?) as counted
      left join lateral (
        select event_id, type, action_id, action_type, game_id, achievement_id, points, metadata, occurred_at,
          log_partition, log_offset
        from laurel.score_events as event where event.player_id = ?
        order by occurred_at desc, log_partition desc, log_offset desc limit ? offset ?) as line on true
      where player.player_id = ?
      order by line.occurred_at desc, line.log_partition desc, line.log_offset desc
      """;

  private final Database database;

  /** Read from this database. */
  public ScoreHistory(Database database) {
    this.database = database;
  }

  /** One page of a player that has an accepted event. */
  Optional<Part<ScoreEvent>> page(String playerId, PageOfList page) {
    if (!Identifier.isOne(playerId)) {
      return Optional.empty();
    }
    return Part.read(
        database,
        PAGE,
        statement -> {
          statement.setString(1, playerId);
          statement.setString(2, playerId);
          statement.setInt(3, page.limit());
          statement.setInt(4, page.offset());
          statement.setString(5, playerId);
        },
        "event_id",
        ScoreEvent::read);
  }
}
