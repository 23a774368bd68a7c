/** The Kafka broker of a stack and its topics. */
package dev.laurel.local.kafka;
