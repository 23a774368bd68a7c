/** The Flink cluster of a stack, and the job on it. */
package dev.laurel.local.flink;
