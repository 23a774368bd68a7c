package dev.laurel.serving.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Entries of a board as far as its top holds them. */
final class HeldPlaces {

  private final ShownTop shown;
  private final List<Entry> entries;

  private HeldPlaces(ShownTop shown) {
    this.shown = shown;
    this.entries = shown.top().entries();
  }

  /**
   * The entries that are asked for; empty if the top does not hold all of them, or was never
   * published.
   */
  static Optional<BoardPart> in(ShownTop shown, Which which) {
    if (shown.top().version() == 0) {
      return Optional.empty();
    }
    HeldPlaces held = new HeldPlaces(shown);
    return switch (which) {
      case Which.Page page -> held.span(page.offset(), (long) page.offset() + page.limit());
      case Which.After after -> held.after(after);
      case Which.Before before -> held.before(before);
      case Which.Around around -> held.around(around);
      case Which.Of of -> held.of(of);
    };
  }

  private Optional<BoardPart> span(long from, long to) {
    return shown.top().reaches(to)
        ? Optional.of(
            part(
                IntStream.range(
                    (int) Math.min(from, entries.size()), (int) Math.min(to, entries.size()))))
        : Optional.empty();
  }

  private Optional<BoardPart> after(Which.After after) {
    int from = placesUpTo(after.place());
    return span(from, (long) from + after.limit());
  }

  /** Below the last entry of the top others may stand, so it has to reach the place. */
  private Optional<BoardPart> before(Which.Before before) {
    int to = placesUpTo(before.place());
    if (to > 0 && Placed.RANK_ORDER.compare(entries.get(to - 1), before.place()) == 0) {
      to--;
    } else if (to == entries.size() && !shown.top().isWhole()) {
      return Optional.empty();
    }
    return span(Math.max(0, to - before.limit()), to);
  }

  private Optional<BoardPart> around(Which.Around around) {
    Optional<Integer> rank = shown.top().rankOf(around.playerId());
    if (rank.isEmpty()) {
      return shown.top().isWhole() ? Optional.of(part(IntStream.empty())) : Optional.empty();
    }
    return span(Math.max(0, rank.get() - 1L - around.each()), (long) rank.get() + around.each());
  }

  private Optional<BoardPart> of(Which.Of of) {
    List<Integer> ranks =
        of.playerIds().stream().map(shown.top()::rankOf).flatMap(Optional::stream).toList();
    return ranks.size() < of.playerIds().size() && !shown.top().isWhole()
        ? Optional.empty()
        : Optional.of(part(ranks.stream().mapToInt(rank -> rank - 1).sorted()));
  }

  /** How many entries stand at this place or before it. */
  private int placesUpTo(Place place) {
    int places = 0;
    while (places < entries.size() && Placed.RANK_ORDER.compare(entries.get(places), place) <= 0) {
      places++;
    }
    return places;
  }

  private BoardPart part(IntStream places) {
    Top top = shown.top();
    return new BoardPart(
        places.mapToObj(place -> new Ranked(place + 1L, entries.get(place))).toList(),
        top.total(),
        top.version(),
        top.publishedAt(),
        top.asOf(),
        shown.revision());
  }
}
