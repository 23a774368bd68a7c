package dev.laurel.pipeline.outlet.broken.outlet;

/** An outlet that a feature imports: what must not be. */
public record Shelf(String name) {}
