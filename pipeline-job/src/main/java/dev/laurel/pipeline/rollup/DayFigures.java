package dev.laurel.pipeline.rollup;

/**
 * What is to be added to the figures of a subject. A wire type.
 *
 * @param day the day they belong to, in days since 1970-01-01, UTC
 * @param dayKept whether days as old are still kept one by one; if not they only count in longer
 *     periods
 * @param figures as {@link Figures} has them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DayFigures(Subject subject, long day, boolean dayKept, byte[] figures) {}
