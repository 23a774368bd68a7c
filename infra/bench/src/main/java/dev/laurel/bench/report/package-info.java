/** What came out: statistics, the table, and the raw results that are kept. */
package dev.laurel.bench.report;
