package dev.laurel.pipeline.board;

/**
 * Where a player stands on a board, as far as the rank order goes.
 *
 * @param score sum of points
 * @param reachedAt when it was reached, event time, in milliseconds since 1970
 */
public record Place(long score, long reachedAt) {}
