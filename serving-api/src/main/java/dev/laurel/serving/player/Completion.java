package dev.laurel.serving.player;

/**
 * How far a player has got in a game, in SQL: distinct unlocks of the game's achievements that are
 * active now, in percent of their number; 0 in a game that has none.
 *
 * <p>Costs a read of the game's definitions, about 2 µs each, beside the player's unlocks there.
 */
final class Completion {

  /** What stands for the game of actions that have none. */
  static final String NO_GAME = "_none";

  private Completion() {}

  /** A value: completion of one game. Both arguments are columns. */
  static String inAGame(String playerId, String gameId) {
    return """
        (select coalesce(100.0 * count(mine.achievement_id) / nullif(count(*), 0), 0)::float8
        from laurel.games as game
        join laurel.achievements as defined on defined.game_id = game.game_id
        left join laurel.player_achievements as mine
          on mine.player_id = %1$s and mine.game_id = %2$s and mine.achievement_id = defined.achievement_id
        where game.game_id = %2$s and defined.game_id = %2$s and game.is_active and defined.is_active)
        """
        .formatted(playerId, gameId);
  }

  /**
   * A row: how many {@code games} the player has an accepted event in, and the mean of their {@code
   * completion}.
   */
  static String overGames(String playerId) {
    return """
        (select count(*) as games, coalesce(avg(%s), 0) as completion
        from laurel.player_scores as played
        where played.player_id = %s and played.game_id <> '%s')
        """
        .formatted(inAGame("played.player_id", "played.game_id"), playerId, NO_GAME);
  }
}
