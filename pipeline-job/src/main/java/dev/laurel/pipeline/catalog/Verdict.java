package dev.laurel.pipeline.catalog;

import dev.laurel.pipeline.event.Refusal;
import java.util.Optional;

/** What the catalog says of an event. */
public sealed interface Verdict {

  /** The number of what there is no definition of. */
  long NO_NUMBER = -1;

  /** The catalog has not been read far enough to say anything: the event waits. */
  record Unsettled() implements Verdict {}

  /** The event lacks what its definition requires; it would not even count as a repeat. */
  record Invalid(Refusal refusal) implements Verdict {}

  /**
   * Everything is known about the event but what its player did before.
   *
   * @param number of the definition: the offset of its first version in the catalog's log
   * @param repeatable whether it is an unlock that counts every time
   * @param refusal why it does not count, unless it is a repeat
   * @param points what it is worth, if it counts
   * @param maxPerDay how many of its kind count a day; 0 for any number
   */
  record Settled(
      long number, boolean repeatable, Optional<Refusal> refusal, long points, int maxPerDay)
      implements Verdict {}
}
