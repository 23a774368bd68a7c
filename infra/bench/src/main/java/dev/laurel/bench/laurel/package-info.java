/** Laurel's job, from its jar, as a contender. */
package dev.laurel.bench.laurel;
