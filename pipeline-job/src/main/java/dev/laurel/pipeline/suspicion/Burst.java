package dev.laurel.pipeline.suspicion;

/**
 * The unlocks of a player in a game that fall into one interval.
 *
 * @param startedAt when the interval begins, in milliseconds since 1970
 */
record Burst(long startedAt, int unlocks) {}
