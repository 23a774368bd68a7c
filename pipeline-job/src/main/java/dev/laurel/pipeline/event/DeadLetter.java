package dev.laurel.pipeline.event;

/** A record that does not count, whole, with the reason. */
public record DeadLetter(SourceRecord source, Refusal refusal) {}
