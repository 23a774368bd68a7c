package dev.laurel.bench.input;

/**
 * An achievement unlocked.
 *
 * @param index its place in the log; of a repeat that of the event it repeats
 * @param player from 0; popular ones are spread over all numbers
 * @param game from 0, the most popular first
 * @param achievement from 0
 * @param occurredAt milliseconds of the epoch
 */
public record Unlock(
    long index, int player, int game, int achievement, int points, long occurredAt) {}
