package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Sums of Formula 1 results over any days and any nation, straight from the file: a driver races
 * for one nation throughout.
 */
final class SeasonSums {

  /** A line on a board. */
  record Line(String playerId, long points, Instant reachedAt) {

    static Line of(JsonNode entry) {
      return new Line(
          entry.get("userId").asText(),
          entry.get("score").asLong(),
          Instant.parse(entry.get("lastUpdated").asText()));
    }

    /** Points are never below 0: what was reached was reached with the last that are not 0. */
    private Line with(Line later) {
      boolean moves = later.points > 0 && (points == 0 || later.reachedAt.isAfter(reachedAt));
      boolean begins = points + later.points == 0 && later.reachedAt.isBefore(reachedAt);
      return new Line(
          playerId, points + later.points, moves || begins ? later.reachedAt : reachedAt);
    }
  }

  private record Result(String gameId, Line line) {}

  private final List<Result> results = new ArrayList<>();
  private final Map<String, String> nations = new HashMap<>();

  SeasonSums(FormulaOne formulaOne) {
    for (String text : formulaOne.lines()) {
      JsonNode event = FormulaOne.parse(text);
      String player = event.get("playerId").asText();
      if (event.get("type").asText().equals("profile")) {
        nations.put(player, event.get("region").asText());
      } else {
        Instant at = Instant.parse(event.get("occurredAt").asText());
        Line line = new Line(player, event.get("points").asLong(), at);
        results.add(new Result(event.get("gameId").asText(), line));
      }
    }
  }

  /**
   * What every driver scored in each period in each season, as in {@code ada/f1-2021/2021-12-01}.
   */
  Map<String, Long> points(UnaryOperator<LocalDate> startOfPeriod) {
    Map<String, Long> sums = new TreeMap<>();
    for (Result result : results) {
      LocalDate day = LocalDate.ofInstant(result.line().reachedAt(), ZoneOffset.UTC);
      String key =
          String.join(
              "/", result.line().playerId(), result.gameId(), startOfPeriod.apply(day).toString());
      sums.merge(key, result.line().points(), Long::sum);
    }
    return sums;
  }

  /** The first hundred by points, then by who had them first, then by name. */
  List<Line> ranked(
      Predicate<String> games, Predicate<LocalDate> days, Predicate<String> ofNation) {
    Map<String, Line> sums = new HashMap<>();
    results.stream()
        .filter(result -> games.test(result.gameId()))
        .map(Result::line)
        .filter(line -> days.test(LocalDate.ofInstant(line.reachedAt(), ZoneOffset.UTC)))
        .filter(line -> ofNation.test(nations.get(line.playerId())))
        .forEach(line -> sums.merge(line.playerId(), line, Line::with));
    return sums.values().stream()
        .sorted(
            Comparator.comparingLong(Line::points)
                .reversed()
                .thenComparing(Line::reachedAt)
                .thenComparing(Line::playerId))
        .limit(100)
        .toList();
  }
}
