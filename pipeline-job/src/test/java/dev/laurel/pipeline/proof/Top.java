package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.proof.Ranking.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The top of a board as it is shown.
 *
 * @param total players on the board
 * @param lines its first ones, in rank order
 */
public record Top(long total, List<Line> lines) {
  static final Top EMPTY = new Top(0, List.of());

  /** The same without names. */
  Top unnamed() {
    return new Top(
        total,
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.player(),
                        line.score(),
                        line.reachedAt(),
                        Optional.empty(),
                        line.region()))
            .toList());
  }

  /** Its entries as {@code player score reachedAt}. */
  List<String> entries() {
    return lines.stream()
        .map(
            line ->
                "%s %d %s"
                    .formatted(line.player(), line.score(), Instant.ofEpochMilli(line.reachedAt())))
        .toList();
  }

  /** Its players, in rank order. */
  List<String> players() {
    return lines.stream().map(Line::player).toList();
  }
}
