package dev.laurel.pipeline.catalog;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the versions of definitions as they are published: the first of a subject, and those that
 * follow.
 */
final class Definitions {
  private final Map<String, DefinitionHistory> histories = new HashMap<>();

  /** Takes in the next record of the catalog and returns the version it makes. */
  Definition add(Definition published) {
    DefinitionHistory history =
        histories.merge(
            published.subject().key(),
            DefinitionHistory.of(published),
            (earlier, ignored) -> earlier.with(published));
    return history.newest();
  }

  /** Takes in a version that was numbered before. */
  void restore(Definition numbered) {
    histories.merge(
        numbered.subject().key(),
        DefinitionHistory.of(numbered),
        (earlier, ignored) -> earlier.with(numbered));
  }

  /** All versions, each subject's in the order of publication. */
  Iterable<Definition> all() {
    return histories.values().stream().flatMap(history -> history.versions().stream()).toList();
  }
}
