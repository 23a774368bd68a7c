package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.bytes.Hashing;

/**
 * Knows many of the sightings of late, so that a player who acts again and again is told once.
 * Forgets at will: a sighting told twice does no harm. On the heap, of a fixed size.
 */
final class LatelySeen {
  private static final int PLACES = 1 << 14;

  private final Sighting[] places = new Sighting[PLACES];

  /** Whether it is not known; from then on it is. */
  boolean isNew(Sighting sighting) {
    int place = Hashing.mixed(sighting.hashCode()) & (PLACES - 1);
    if (sighting.equals(places[place])) {
      return false;
    }
    places[place] = sighting;
    return true;
  }
}
