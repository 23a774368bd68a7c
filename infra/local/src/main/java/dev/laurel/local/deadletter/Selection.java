package dev.laurel.local.deadletter;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which dead letters are meant.
 *
 * @param reason only those with this code, or all
 * @param positions only these, or all where there are none
 */
record Selection(Optional<Reason> reason, Set<Position> positions) {

  /** Whether a letter is meant. */
  boolean holds(DeadLetter letter) {
    return reason.map(code -> code.name().equals(letter.reason())).orElse(true)
        && (positions.isEmpty() || positions.contains(letter.position()));
  }

  /** The named positions at which no letter that is meant was found. */
  Set<Position> missing(Set<Position> found) {
    Set<Position> missing = new HashSet<>(positions);
    missing.removeAll(found);
    return missing;
  }
}
