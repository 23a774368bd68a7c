package dev.laurel.pipeline.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The local tops of one scope in one period: everyone's, and a region's each. */
final class RegionTops {
  private final Map<String, LocalTop> byRegion = new HashMap<>(4);
  private LocalTop everyone;

  Optional<LocalTop> of(String region) {
    return Optional.ofNullable(region.equals(Board.EVERYONE) ? everyone : byRegion.get(region));
  }

  void put(String region, LocalTop top) {
    if (region.equals(Board.EVERYONE)) {
      everyone = top;
    } else {
      byRegion.put(region, top);
    }
  }

  void remove(String region) {
    if (region.equals(Board.EVERYONE)) {
      everyone = null;
    } else {
      byRegion.remove(region);
    }
  }

  boolean isEmpty() {
    return everyone == null && byRegion.isEmpty();
  }
}
