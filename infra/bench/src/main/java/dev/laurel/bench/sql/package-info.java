/** Flink SQL as a contender: the same question as a statement, in two forms. */
package dev.laurel.bench.sql;
