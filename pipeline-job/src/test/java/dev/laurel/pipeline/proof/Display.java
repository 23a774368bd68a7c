package dev.laurel.pipeline.proof;

import java.util.Set;

/**
 * Which boards are shown.
 *
 * @param scopes of {@code global} and {@code game}
 * @param regions of {@code everyone}, {@code each} and the names of single regions
 * @param periods of {@link Span#PERIODS}
 * @param topSize entries of a top
 */
public record Display(Set<String> scopes, Set<String> regions, Set<String> periods, int topSize) {

  /** All boards there can be. */
  public static Display whole(int topSize) {
    return new Display(
        Set.of("global", "game"), Set.of("everyone", "each"), Set.copyOf(Span.PERIODS), topSize);
  }

  /** Whether a board with that key is shown. */
  boolean shows(String key) {
    String[] part = key.split("/", -1);
    return scopes.contains(part[0]) && showsRegion(part[2]) && periods.contains(part[3]);
  }

  /** Whether the boards of that region are shown; {@code *} is everyone. */
  boolean showsRegion(String region) {
    return region.equals("*")
        ? regions.contains("everyone")
        : regions.contains("each") || regions.contains(region);
  }
}
