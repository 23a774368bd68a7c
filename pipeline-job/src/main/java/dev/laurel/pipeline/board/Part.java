package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one task's players contribute to a board, as far as it was shared.
 *
 * @param total players of the task on the board
 * @param entries the best of them, in rank order
 */
record Part(long total, List<Standing> entries) {
  static final Part NONE = new Part(0, List.of());

  /** The part after a share. */
  Part with(Share share) {
    return new Part(share.total(), share.whole() ? share.entries() : changed(share));
  }

  private List<Standing> changed(Share share) {
    Set<String> gone = new HashSet<>(share.left());
    share.entries().forEach(entry -> gone.add(entry.playerId()));
    List<Standing> now = new ArrayList<>(entries.size() + share.entries().size());
    int next = 0;
    for (Standing entry : entries) {
      if (gone.contains(entry.playerId())) {
        continue;
      }
      while (next < share.entries().size() && share.entries().get(next).ranksBefore(entry)) {
        now.add(share.entries().get(next++));
      }
      now.add(entry);
    }
    now.addAll(share.entries().subList(next, share.entries().size()));
    return now;
  }

  /**
   * The best standings of all parts, at most {@code topSize}. A part that tells fewer than that,
   * though it has more players, has used up its reserve: its other players rank behind its last
   * one, and so may any, so nothing behind the foremost of such last ones is given: the top may be
   * short, never wrong.
   */
  static List<Standing> merge(Collection<Part> parts, int topSize) {
    if (parts.stream().anyMatch(part -> part.total() > 0 && part.entries().isEmpty())) {
      return List.of();
    }
    Optional<Standing> foremostCut =
        parts.stream()
            .filter(part -> part.entries().size() < Math.min(topSize, part.total()))
            .map(part -> part.entries().get(part.entries().size() - 1))
            .min(Standing.RANK_ORDER);
    return parts.stream()
        .flatMap(part -> part.entries().stream())
        .filter(standing -> foremostCut.map(cut -> !cut.ranksBefore(standing)).orElse(true))
        .sorted(Standing.RANK_ORDER)
        .limit(topSize)
        .toList();
  }

  static long total(Collection<Part> parts) {
    return parts.stream().mapToLong(Part::total).sum();
  }
}
