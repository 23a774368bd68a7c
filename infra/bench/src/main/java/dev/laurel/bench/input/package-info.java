/** What players are made to do: the log that every contender reads, and a plain recomputation. */
package dev.laurel.bench.input;
