package dev.laurel.bench.driver;

import dev.laurel.bench.input.Input;
import java.util.List;

/**
 * One comparison: who runs over which log, how wide and how often.
 *
 * @param runs counted runs of each entrant unless told
 */
record Cell(
    String name,
    String question,
    Input input,
    int parallelism,
    int runs,
    Kind kind,
    List<Entrant> entrants) {

  /** What is asked of the entrants. */
  enum Kind {
    /** To read a log that is there, in turn. */
    RACE,
    /** And once more, over a log that comes at half of the pace that the first one has shown. */
    PACE,
    /** Only of the first one: to go on from a checkpoint after it was killed. */
    RESTART
  }

  Cell withEvents(long events) {
    return new Cell(name, question, input.withEvents(events), parallelism, runs, kind, entrants);
  }

  /** With those entrants only that are named. */
  Cell only(List<String> names) {
    var left = entrants.stream().filter(entrant -> names.contains(entrant.name())).toList();
    return new Cell(name, question, input, parallelism, runs, kind, left);
  }
}
