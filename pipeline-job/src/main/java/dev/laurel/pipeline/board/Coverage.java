package dev.laurel.pipeline.board;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Which tasks have told since the start that they have shared everything: whether all have. */
final class Coverage {
  private final Set<KeyGroups> complete = new HashSet<>();
  private int groups;

  void add(KeyGroups players) {
    if (complete.add(players)) {
      groups += players.count();
    }
  }

  boolean isWhole() {
    return complete.stream().findAny().map(any -> groups == any.all()).orElse(false);
  }

  /** The players of the tasks of this start that have. */
  Set<KeyGroups> complete() {
    return Collections.unmodifiableSet(complete);
  }
}
