package dev.laurel.bench.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first hundred of each game and of all games together, for everyone and for all time.
 *
 * @param byName entries in rank order; the board of all games is {@link #GLOBAL}
 */
public record Boards(Map<String, List<Entry>> byName) {

  /** The name of the board of all games. */
  public static final String GLOBAL = "global";

  /** Places of a board. */
  public static final int PLACES = 100;

  /**
   * What differs from boards made by the same rule for ties, one line a board; empty if nothing.
   */
  public List<String> differencesFrom(Boards expected) {
    List<String> differences = new ArrayList<>();
    Map<String, List<Entry>> all = new TreeMap<>(expected.byName());
    byName.forEach(all::putIfAbsent);
    for (String board : all.keySet()) {
      difference(board, expected).ifPresent(differences::add);
    }
    return differences;
  }

  private Optional<String> difference(String board, Boards expected) {
    List<Entry> here = byName.getOrDefault(board, List.of());
    List<Entry> there = expected.byName.getOrDefault(board, List.of());
    if (here.equals(there)) {
      return Optional.empty();
    }
    int place = 0;
    while (place < Math.min(here.size(), there.size())
        && here.get(place).equals(there.get(place))) {
      place++;
    }
    return Optional.of(
        "%s: place %d is %s, expected %s (%d entries, expected %d)"
            .formatted(
                board,
                place + 1,
                place < here.size() ? here.get(place) : "empty",
                place < there.size() ? there.get(place) : "empty",
                here.size(),
                there.size()));
  }
}
