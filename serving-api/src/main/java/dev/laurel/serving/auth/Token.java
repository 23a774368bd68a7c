package dev.laurel.serving.auth;

import java.util.Set;

/**
 * Who a verified token speaks for.
 *
 * @param subject the playerId, or the name of a game server or admin
 * @param roles of player, game-server, admin
 */
public record Token(String subject, Set<String> roles) {}
