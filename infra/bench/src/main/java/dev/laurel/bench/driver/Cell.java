package dev.laurel.bench.driver;

import dev.laurel.bench.input.Input;
import java.util.List;

/**
 * One comparison: who runs over which log, how wide and how often.
 *
 * @param runs counted runs of each entrant unless told
 * @param paced whether each entrant runs once more, over a log that comes at half of the pace it
 *     has shown
 */
record Cell(
    String name,
    String question,
    Input input,
    int parallelism,
    int runs,
    boolean paced,
    List<Entrant> entrants) {

  Cell withEvents(long events) {
    return new Cell(name, question, input.withEvents(events), parallelism, runs, paced, entrants);
  }

  /** With those entrants only that are named. */
  Cell only(List<String> names) {
    var left = entrants.stream().filter(entrant -> names.contains(entrant.name())).toList();
    return new Cell(name, question, input, parallelism, runs, paced, left);
  }
}
