package dev.laurel.pipeline.event;

/**
 * That a record does not count, and why.
 *
 * @param message names the field, its value and what was expected
 */
public record Refusal(Reason reason, String message) {}
