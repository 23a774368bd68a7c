package dev.laurel.pipeline.proof;

/**
 * What a start of the job is told.
 *
 * @param display which boards there are
 * @param ledgers tasks of the ledger
 * @param merges tasks that merge
 * @param reserve standings held behind a top
 * @param heldScopes scopes of books that a task may hold
 * @param unsavedBooks books that may be unsaved
 * @param closedStandings standings of closed boards that a task may hold
 * @param slice players that a scan looks at in one go
 */
record Shape(
    Display display,
    int ledgers,
    int merges,
    int reserve,
    int heldScopes,
    int unsavedBooks,
    int closedStandings,
    int slice) {

  /** Small, so that everything runs out. */
  static Shape small(Chance chance, Display display) {
    return new Shape(
        display,
        1 + chance.below(3),
        1 + chance.below(2),
        chance.below(5),
        1 + chance.below(12),
        1 + chance.below(4),
        chance.below(12),
        1 + chance.below(4));
  }
}
