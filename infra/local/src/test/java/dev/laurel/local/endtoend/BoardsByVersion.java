package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a board looked like at each of its versions, from everything that ever moved on it.
 *
 * @param moves by version, in the order in which they came
 */
record BoardsByVersion(TreeMap<Long, List<Line>> moves) {

  /** A player's line on a board. */
  record Line(String playerId, long score, Instant reachedAt) {
    static final Comparator<Line> RANK_ORDER =
        Comparator.comparingLong(Line::score)
            .reversed()
            .thenComparing(Line::reachedAt)
            .thenComparing(Line::playerId);

    static Line of(JsonNode entry) {
      return new Line(
          entry.path("userId").asText(),
          entry.path("score").asLong(),
          Instant.parse(entry.path("lastUpdated").asText()));
    }
  }

  BoardsByVersion() {
    this(new TreeMap<>());
  }

  /** Notes that a player came to stand there in a version. */
  void move(long version, Line line) {
    moves.computeIfAbsent(version, first -> new ArrayList<>()).add(line);
  }

  /** What is wrong with answers: each of a version, in whatever order. */
  List<String> faults(List<BoardAnswer> answers) {
    List<BoardAnswer> byVersion =
        answers.stream().sorted(Comparator.comparingLong(BoardAnswer::version)).toList();
    Map<String, Line> standing = new TreeMap<>();
    List<Line> ranked = List.of();
    List<String> faults = new ArrayList<>();
    long reached = -1;
    for (BoardAnswer answer : byVersion) {
      if (answer.version() > reached) {
        moves
            .subMap(reached, false, answer.version(), true)
            .values()
            .forEach(some -> some.forEach(line -> standing.put(line.playerId(), line)));
        ranked = standing.values().stream().sorted(Line.RANK_ORDER).toList();
        reached = answer.version();
      }
      Optional<String> fault = answer.fault(ranked, ranked.size());
      fault.ifPresent(faults::add);
    }
    return faults;
  }
}
