/** What ranks, neighbours and pages cost on a board of millions, beside other ways to have them. */
package dev.laurel.bench.ranks;
