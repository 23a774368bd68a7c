package dev.laurel.bench.board;

/** A place on a board. */
public record Entry(String playerId, long score) {}
