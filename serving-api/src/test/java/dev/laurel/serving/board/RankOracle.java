package dev.laurel.serving.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a board says, by plain sorting of all who stand on it; shares nothing with what it judges.
 */
final class RankOracle {

  /** A player on the board. */
  record Line(String playerId, long score, Instant reachedAt) {}

  private final List<Line> lines;

  RankOracle(List<Line> unordered) {
    lines =
        unordered.stream()
            .sorted(
                Comparator.comparingLong((Line line) -> -line.score())
                    .thenComparing(Line::reachedAt)
                    .thenComparing(Line::playerId))
            .toList();
  }

  int total() {
    return lines.size();
  }

  Line at(int place) {
    return lines.get(place);
  }

  /** The entries asked for as {@link #told} writes them. */
  List<String> expected(Which which) {
    return switch (which) {
      case Which.Page page -> span(page.offset(), (long) page.offset() + page.limit());
      case Which.After after -> {
        int from = before(after.place(), true);
        yield span(from, (long) from + after.limit());
      }
      case Which.Before before -> {
        int to = before(before.place(), false);
        yield span(to - (long) before.limit(), to);
      }
      case Which.Around around ->
          rankOf(around.playerId())
              .map(rank -> span(rank - 1L - around.each(), (long) rank + around.each()))
              .orElse(List.of());
      case Which.Of of ->
          of.playerIds().stream()
              .map(this::rankOf)
              .flatMap(Optional::stream)
              .sorted()
              .map(rank -> told(rank, lines.get(rank - 1)))
              .toList();
    };
  }

  static List<String> told(BoardPart part) {
    return part.entries().stream()
        .map(
            each ->
                told(
                    each.rank(),
                    new Line(
                        each.entry().playerId(), each.entry().score(), each.entry().reachedAt())))
        .toList();
  }

  private static String told(long rank, Line line) {
    return rank + " " + line.playerId() + " " + line.score() + " " + line.reachedAt();
  }

  private List<String> span(long from, long to) {
    return IntStream.range(Math.clamp(from, 0, lines.size()), Math.clamp(to, 0, lines.size()))
        .mapToObj(place -> told(place + 1L, lines.get(place)))
        .toList();
  }

  private Optional<Integer> rankOf(String playerId) {
    return IntStream.range(0, lines.size())
        .filter(place -> lines.get(place).playerId().equals(playerId))
        .mapToObj(place -> place + 1)
        .findFirst();
  }

  private int before(Place place, boolean orAt) {
    return (int)
        lines.stream()
            .filter(
                line -> {
                  int side = compare(line, place);
                  return side < 0 || (orAt && side == 0);
                })
            .count();
  }

  private static int compare(Line line, Place place) {
    if (line.score() != place.score()) {
      return line.score() > place.score() ? -1 : 1;
    }
    int byTime = line.reachedAt().compareTo(place.reachedAt());
    return byTime == 0 ? line.playerId().compareTo(place.playerId()) : byTime;
  }
}
