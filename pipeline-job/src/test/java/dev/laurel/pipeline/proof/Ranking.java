package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.board.Standing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A board as it has to be.
 *
 * @param span its period
 * @param lines all of them, in rank order: the one at place i has rank i + 1
 */
public record Ranking(Span span, List<Line> lines) {

  /**
   * A player's line.
   *
   * @param reachedAt in milliseconds since 1970
   * @param username of the newest profile
   * @param region as it counts on this board
   */
  public record Line(
      String player,
      long score,
      long reachedAt,
      Optional<String> username,
      Optional<String> region) {

    /** What the job says of a player. */
    public static Line of(Standing standing) {
      return new Line(
          standing.playerId(),
          standing.score(),
          standing.reachedAt().toEpochMilli(),
          Optional.ofNullable(standing.username()),
          Optional.ofNullable(standing.region()));
    }
  }

  private static final Comparator<Line> ORDER =
      (one, other) -> {
        if (one.score() != other.score()) {
          return one.score() > other.score() ? -1 : 1;
        }
        if (one.reachedAt() != other.reachedAt()) {
          return one.reachedAt() < other.reachedAt() ? -1 : 1;
        }
        return Arrays.compareUnsigned(bytes(one), bytes(other));
      };

  private static byte[] bytes(Line line) {
    return line.player().getBytes(StandardCharsets.UTF_8);
  }

  static Ranking of(Span span, Collection<Line> lines) {
    return new Ranking(span, lines.stream().sorted(ORDER).toList());
  }

  /** Its top, with so many entries. */
  public Top top(int size) {
    return new Top(lines.size(), lines.subList(0, Math.min(size, lines.size())));
  }
}
