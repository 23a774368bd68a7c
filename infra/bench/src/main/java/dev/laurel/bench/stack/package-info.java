/** The whole system under load: PostgreSQL, Kafka, Flink and the API as processes of their own. */
package dev.laurel.bench.stack;
