package dev.laurel.pipeline.board;

/**
 * Who a player is to those who read boards.
 *
 * @param username null until a profile names the player
 */
public record Shown(String playerId, String username) {}
