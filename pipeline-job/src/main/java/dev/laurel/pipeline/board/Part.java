package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

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
    if (!share.changesTop()) {
      return entries;
    }
    Iterator<Integer> gone = share.gone().iterator();
    int nextGone = next(gone);
    int size = entries.size() - share.gone().size() + share.entries().size();
    List<Standing> now = new ArrayList<>(size);
    int kept = 0;
    for (int come = 0; now.size() < size; ) {
      if (come < share.come().size() && share.come().get(come) == now.size()) {
        now.add(share.entries().get(come++));
      } else if (kept == nextGone) {
        kept++;
        nextGone = next(gone);
      } else {
        now.add(entries.get(kept++));
      }
    }
    return now;
  }

  private static int next(Iterator<Integer> places) {
    return places.hasNext() ? places.next() : -1;
  }

  /**
   * The best standings of all parts, at most {@code topSize}. A part that tells fewer than that,
   * though it has more players, has used up its reserve: its other players rank behind its last
   * one, and so may any, so nothing behind the foremost of such last ones is given: the top may be
   * short, never wrong.
   */
  static List<Standing> merge(Collection<Part> parts, int topSize) {
    List<Standing> top = List.of();
    Standing foremostCut = null;
    for (Part part : parts) {
      if (part.isCut(topSize)) {
        if (part.entries.isEmpty()) {
          return List.of();
        }
        Standing last = part.entries.get(part.entries.size() - 1);
        foremostCut = foremostCut == null || last.ranksBefore(foremostCut) ? last : foremostCut;
      }
      top = merge(top, part.entries, topSize);
    }
    return foremostCut == null ? top : upTo(foremostCut, top);
  }

  /** Whether it tells fewer than it has and than a top takes. */
  boolean isCut(int topSize) {
    return entries.size() < Math.min(topSize, total);
  }

  private static List<Standing> merge(List<Standing> some, List<Standing> others, int most) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    List<Standing> merged = new ArrayList<>(Math.min(most, some.size() + others.size()));
    int one = 0;
    int other = 0;
    while (merged.size() < most && (one < some.size() || other < others.size())) {
      boolean takesOne =
          other == others.size()
              || (one < some.size() && some.get(one).ranksBefore(others.get(other)));
      merged.add(takesOne ? some.get(one++) : others.get(other++));
    }
    return merged;
  }

  private static List<Standing> upTo(Standing last, List<Standing> top) {
    int size = 0;
    while (size < top.size() && !last.ranksBefore(top.get(size))) {
      size++;
    }
    return top.subList(0, size);
  }

  static long total(Collection<Part> parts) {
    long total = 0;
    for (Part part : parts) {
      total += part.total;
    }
    return total;
  }
}
