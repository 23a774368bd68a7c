package dev.laurel.pipeline.suspicion;

/**
 * An address for a span of event time. A key type.
 *
 * @param startedAt when the span begins, in milliseconds since 1970
 */
public record AddressSpan(String ipAddress, long startedAt) {}
