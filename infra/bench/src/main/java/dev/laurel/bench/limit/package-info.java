/**
 * The limits: what reading, decoding, exchanging and one state access cost, each added to the last.
 */
package dev.laurel.bench.limit;
