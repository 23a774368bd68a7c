package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a reader was told of a board.
 *
 * @param path what was asked
 * @param data the answer
 */
record BoardAnswer(String path, JsonNode data) {

  long version() {
    return data.path("version").asLong();
  }

  /** Every entry in the answer. */
  private List<JsonNode> entries() {
    List<JsonNode> entries = new ArrayList<>();
    for (String list : List.of("leaderboard", "around")) {
      data.path(list).forEach(entries::add);
    }
    Optional.of(data.path("entry")).filter(JsonNode::isObject).ifPresent(entries::add);
    return entries;
  }

  /**
   * What is wrong with it.
   *
   * @param ranked the board in rank order, or its first places
   * @param all how many stand on the whole board
   */
  Optional<String> fault(List<BoardsByVersion.Line> ranked, long all) {
    long total =
        data.has("total") ? data.path("total").asLong() : data.at("/pagination/total").asLong();
    if (total != all) {
      return Optional.of(told("total " + total + " instead of " + all));
    }
    for (JsonNode entry : entries()) {
      int rank = entry.path("rank").asInt();
      BoardsByVersion.Line line = BoardsByVersion.Line.of(entry);
      if (rank < 1 || rank > ranked.size() || !ranked.get(rank - 1).equals(line)) {
        return Optional.of(
            told(
                "%d is %s instead of %s"
                    .formatted(
                        rank, line, rank > ranked.size() ? "nobody" : ranked.get(rank - 1))));
      }
    }
    return gap();
  }

  /** Entries of a page and of a neighbourhood stand next to each other. */
  private Optional<String> gap() {
    if (path.contains("/friends")) {
      return Optional.empty();
    }
    for (String list : List.of("leaderboard", "around")) {
      List<Integer> ranks =
          StreamSupport.stream(data.path(list).spliterator(), false)
              .map(entry -> entry.path("rank").asInt())
              .toList();
      for (int i = 1; i < ranks.size(); i++) {
        if (ranks.get(i) != ranks.get(i - 1) + 1) {
          return Optional.of(told("ranks " + ranks));
        }
      }
    }
    return Optional.empty();
  }

  private String told(String fault) {
    return "%s, version %d: %s".formatted(path, version(), fault);
  }
}
