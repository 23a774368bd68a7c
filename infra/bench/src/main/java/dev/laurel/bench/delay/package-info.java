/**
 * How long an event takes from its append in Kafka to the append of the rank change that holds it.
 */
package dev.laurel.bench.delay;
