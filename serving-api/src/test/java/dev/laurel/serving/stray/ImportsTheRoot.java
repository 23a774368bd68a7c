package dev.laurel.serving.stray;

import dev.laurel.serving.ServingConfig;

/** Breaks the rule that nothing imports the root, to see it fire. */
public record ImportsTheRoot(ServingConfig config) {}
