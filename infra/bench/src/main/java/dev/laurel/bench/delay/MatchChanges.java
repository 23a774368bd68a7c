package dev.laurel.bench.delay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the oldest event that each rank change holds. A player's score on a board only rises here,
 * so an entry with a score holds the events that led from the score published before to this one.
 * Of an entry that was not in the top before only the last of them counts: the earlier ones had
 * nothing to change.
 */
final class MatchChanges {

  /** A player on a board. */
  record Place(String board, String playerId) {}

  /** What a rank change says about one player. */
  record Entry(Place place, long score, boolean wasInTop) {}

  /** When a score was reached: at the append of its event. */
  private record Step(long score, long appendedAt) {}

  private final Map<Place, List<Step>> steps = new HashMap<>();
  private final Map<Place, Long> published = new HashMap<>();

  /** An event has raised a score. */
  void raised(Place place, long score, long appendedAt) {
    steps.computeIfAbsent(place, each -> new ArrayList<>()).add(new Step(score, appendedAt));
  }

  /** A rank change came, later than those before; tells when its oldest event was appended. */
  OptionalLong oldest(List<Entry> entries) {
    long oldest = Long.MAX_VALUE;
    for (Entry entry : entries) {
      oldest = Math.min(oldest, appendedAt(entry));
      published.put(entry.place(), entry.score());
    }
    return oldest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(oldest);
  }

  private long appendedAt(Entry entry) {
    long before = entry.wasInTop() ? published.getOrDefault(entry.place(), 0L) : 0;
    long oldest = Long.MAX_VALUE;
    for (Step step : steps.getOrDefault(entry.place(), List.of())) {
      if (step.score() > before && step.score() <= entry.score()) {
        oldest = entry.wasInTop() ? Math.min(oldest, step.appendedAt()) : step.appendedAt();
      }
    }
    return oldest;
  }
}
