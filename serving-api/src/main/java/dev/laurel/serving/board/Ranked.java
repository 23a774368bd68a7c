package dev.laurel.serving.board;

/**
 * An entry and where it stands.
 *
 * @param rank from 1, without gaps
 */
public record Ranked(long rank, Entry entry) {}
