package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.bytes.Hashing;
import java.util.function.IntPredicate;

/**
 * Places, numbers from 0 on, by the hash of what lies there: open addressing in two arrays, no
 * object a place.
 */
final class HashedPlaces {
  /** In place of a place where there is none. */
  static final int NONE = -1;

  private static final int FIRST_SLOTS = 1 << 8;

  private int[] hashes = new int[FIRST_SLOTS];

  /** In each slot one more than the place; 0 in those that are free. */
  private int[] places = new int[FIRST_SLOTS];

  private int size;

  int size() {
    return size;
  }

  /** The place of that hash that is the right one; {@link #NONE} if none is. */
  int find(int hash, IntPredicate isRight) {
    for (int slot = home(hash); places[slot] != 0; slot = behind(slot)) {
      if (hashes[slot] == hash && isRight.test(places[slot] - 1)) {
        return places[slot] - 1;
      }
    }
    return NONE;
  }

  boolean has(int hash, int place) {
    return places[slot(hash, place)] != 0;
  }

  /** Adds a place that is not there. */
  void add(int hash, int place) {
    if (2 * size >= places.length) {
      grow();
    }
    put(hash, place);
    size++;
  }

  /** Takes out a place that is there; those that lie behind it for want of a slot move up. */
  void remove(int hash, int place) {
    int free = slot(hash, place);
    for (int at = behind(free); places[at] != 0; at = behind(at)) {
      if (distance(home(hashes[at]), at) >= distance(free, at)) {
        hashes[free] = hashes[at];
        places[free] = places[at];
        free = at;
      }
    }
    places[free] = 0;
    size--;
  }

  private void grow() {
    int[] hashesBefore = hashes;
    int[] placesBefore = places;
    hashes = new int[2 * hashesBefore.length];
    places = new int[2 * placesBefore.length];
    for (int slot = 0; slot < placesBefore.length; slot++) {
      if (placesBefore[slot] != 0) {
        put(hashesBefore[slot], placesBefore[slot] - 1);
      }
    }
  }

  private void put(int hash, int place) {
    int slot = slot(hash, place);
    hashes[slot] = hash;
    places[slot] = place + 1;
  }

  /** The slot of the place, or the free one that would be. */
  private int slot(int hash, int place) {
    int slot = home(hash);
    while (places[slot] != 0 && places[slot] != place + 1) {
      slot = behind(slot);
    }
    return slot;
  }

  private int home(int hash) {
    return Hashing.mixed(hash) & (places.length - 1);
  }

  private int behind(int slot) {
    return (slot + 1) & (places.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length - 1);
  }
}
