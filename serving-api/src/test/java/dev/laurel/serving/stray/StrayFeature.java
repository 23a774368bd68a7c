package dev.laurel.serving.stray;

import dev.laurel.serving.board.BoardRoutes;

/** Breaks the rule that a feature does not import another's routes, to see it fire. */
public record StrayFeature(BoardRoutes routes) {}
