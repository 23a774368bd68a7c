package dev.laurel.serving.catalog;

import java.util.Optional;

/**
 * A game as defined now.
 *
 * @param active false: its events are refused, its boards stay
 */
public record Game(String gameId, String name, Optional<String> imageUrl, boolean active) {}
