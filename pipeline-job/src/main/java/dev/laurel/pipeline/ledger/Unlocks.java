package dev.laurel.pipeline.ledger;

/**
 * Achievements of one game that a player unlocked, by their numbers in the catalog: those that
 * count once, and of those that can be repeated what their unlocks come to.
 */
final class Unlocks {
  private static final int TIMES = 0;
  private static final int POINTS = 1;
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int WIDTH = 4;
  private static final SortedRows NONE_REPEATED = new SortedRows(WIDTH);

  private final SortedRows once;
  private SortedRows repeated = NONE_REPEATED;
  boolean isUnsaved;

  Unlocks() {
    this(4);
  }

  /** None yet, but room for so many that count once. */
  Unlocks(int room) {
    once = new SortedRows(0, room);
  }

  /** How many achievements. */
  int size() {
    return once.size() + repeated.size();
  }

  int sizeOnce() {
    return once.size();
  }

  /** The number of one that counts once. */
  long number(int at) {
    return once.key(at);
  }

  int sizeRepeated() {
    return repeated.size();
  }

  /** The number of one that can be repeated. */
  long repeatedNumber(int at) {
    return repeated.key(at);
  }

  /** What the unlocks of one that can be repeated come to. */
  Unlocked repeated(int at) {
    return new Unlocked(
        repeated.cell(at, TIMES),
        repeated.cell(at, POINTS),
        repeated.cell(at, FIRST),
        repeated.cell(at, LAST));
  }

  /** Whether an achievement that counts once is unlocked. */
  boolean has(long number) {
    return once.find(number) >= 0;
  }

  /** Adds an achievement that counts once. */
  void add(long number) {
    int found = once.find(number);
    if (found >= 0) {
      throw new IllegalStateException("achievement " + number + " is unlocked already");
    }
    int unused = once.insert(number, found);
    isUnsaved = true;
  }

  /** What the unlocks of an achievement that can be repeated come to so far. */
  Unlocked of(long number) {
    int found = repeated.find(number);
    return found < 0 ? Unlocked.NEVER : repeated(found);
  }

  /** Says what they come to now. */
  void put(long number, Unlocked unlocked) {
    if (repeated == NONE_REPEATED) {
      repeated = new SortedRows(WIDTH);
    }
    int found = repeated.find(number);
    int at = found < 0 ? repeated.insert(number, found) : found;
    repeated.set(at, TIMES, unlocked.times());
    repeated.set(at, POINTS, unlocked.points());
    repeated.set(at, FIRST, unlocked.first());
    repeated.set(at, LAST, unlocked.last());
    isUnsaved = true;
  }
}
