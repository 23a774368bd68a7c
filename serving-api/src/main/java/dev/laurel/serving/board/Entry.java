package dev.laurel.serving.board;

import java.time.Instant;
import java.util.Optional;

/**
 * One player's line in the top of a board. Its rank is its place in the list that holds it, so a
 * line that only moves stays the same object.
 *
 * @param score points on this board
 * @param reachedAt when the score was reached, event time
 * @param username empty until a profile names the player
 * @param region region of the player, empty until a profile gives one
 */
public record Entry(
    String playerId,
    long score,
    Instant reachedAt,
    Optional<String> username,
    Optional<String> region)
    implements Placed {}
