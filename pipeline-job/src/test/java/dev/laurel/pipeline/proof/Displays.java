package dev.laurel.pipeline.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Choices of boards, by chance. */
final class Displays {
  private Displays() {}

  /** All boards there can be, mostly; tops of few entries. */
  static Display any(Chance chance) {
    int topSize = 1 + chance.below(5);
    if (chance.happens(2)) {
      return Display.whole(topSize);
    }
    return new Display(
        some(chance, List.of("global", "game")),
        some(chance, List.of("everyone", "each", "NL", "GB")),
        some(chance, Span.PERIODS),
        topSize);
  }

  private static Set<String> some(Chance chance, List<String> all) {
    Set<String> some = new HashSet<>(Set.of(chance.any(all)));
    all.stream().filter(each -> chance.happens(2)).forEach(some::add);
    return some;
  }
}
