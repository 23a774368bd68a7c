package dev.laurel.pipeline.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Figures of a task that gather until they are told: a busy game is one record a day and not one an
 * event, before anything goes over the network.
 */
public final class GatherFigures {

  private record Day(Subject subject, long day, boolean kept) {}

  private final Map<Day, Figures> days = new LinkedHashMap<>();

  /**
   * The figures of a subject on a day, to be added to. A day that is not kept counts in longer
   * periods only.
   */
  public Figures of(Subject subject, long day, boolean kept) {
    return days.computeIfAbsent(new Day(subject, day, kept), each -> new Figures());
  }

  /** Tells what has gathered, and begins anew. */
  public void tell(Consumer<DayFigures> out) {
    days.forEach(
        (day, figures) ->
            out.accept(new DayFigures(day.subject(), day.day(), day.kept(), figures.bytes())));
    days.clear();
  }
}
