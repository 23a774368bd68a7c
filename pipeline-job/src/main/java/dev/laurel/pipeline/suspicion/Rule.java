package dev.laurel.pipeline.suspicion;

/** What makes a player suspect; the names stand in the table and in the topic. */
public enum Rule {
  /** More points in a minute than the player and the game's players ever came near. */
  POINTS_A_MINUTE,
  /** More unlocks in a minute than the player and the game's players ever came near. */
  UNLOCKS_A_MINUTE,
  /** More unlocks in a moment than anybody can bring about. */
  UNLOCKS_AN_INTERVAL,
  /** More players than usual share an address. */
  PLAYERS_AN_ADDRESS
}
