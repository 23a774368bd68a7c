package dev.laurel.local.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Since when what differs is expected to be as it is expected now. */
final class Standings {

  /** A row of a table. */
  private record Place(Table table, Key key) {}

  /** What is expected, since when, and how many records had been read by then. */
  private record Standing(Optional<Row.Values> expected, Instant since, long records) {}

  private final Duration wait;
  private Map<Place, Standing> standings = new HashMap<>();

  Standings(Duration wait) {
    this.wait = wait;
  }

  /** Takes note of all that differs now. */
  void note(Collection<Comparison> differing, Instant now, long records) {
    Map<Place, Standing> next = new HashMap<>();
    for (Comparison comparison : differing) {
      for (Difference each : comparison.first()) {
        Place place = new Place(each.table(), each.key());
        Standing standing = new Standing(each.expected().map(Row::values), now, records);
        Standing before = standings.getOrDefault(place, standing);
        next.put(place, before.expected().equals(standing.expected()) ? before : standing);
      }
    }
    standings = next;
  }

  /** Whether nothing that differs is expected for less than is waited. */
  boolean areAllOver(Instant now) {
    return standings.values().stream().allMatch(each -> isOver(each, now));
  }

  /**
   * Whether a row differs for good: it has been expected for as long as is waited, of tables that
   * have received so many records.
   */
  boolean isAnyOver(Instant now, long received) {
    return standings.values().stream()
        .anyMatch(each -> isOver(each, now) && received >= each.records());
  }

  private boolean isOver(Standing standing, Instant now) {
    return !now.isBefore(standing.since().plus(wait));
  }
}
