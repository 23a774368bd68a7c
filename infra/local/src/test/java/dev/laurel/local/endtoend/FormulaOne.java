package dev.laurel.local.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Every Formula 1 result since 2000, and the official standings after every round: real input with
 * an answer that nobody here computed. It stands beside the project, not in it; where it is absent,
 * the tests that need it are skipped.
 */
final class FormulaOne {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  /** A driver's place in the official standings; points are times 100. */
  record Place(int position, String playerId, long points) {}

  private FormulaOne(Path folder) {
    this.folder = folder;
  }

  /** The data beside this project. */
  static FormulaOne beside(Path root) {
    return new FormulaOne(root.resolve("../shared/data/f1").normalize());
  }

  boolean isThere() {
    return Files.isRegularFile(events());
  }

  /** What a test says that is skipped. */
  String absence() {
    return "There is no " + folder + ": tests on Formula 1 results are skipped";
  }

  Path catalog() {
    return folder.resolve("catalog.jsonl");
  }

  Path events() {
    return folder.resolve("events.jsonl.gz");
  }

  /** All events in time order, as they stand in the file. */
  List<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(events())), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The lines of each season, in order; a profile stands before the first result of its driver. */
  Map<String, List<String>> seasons() {
    Map<String, List<String>> seasons = new LinkedHashMap<>();
    List<String> profiles = new ArrayList<>();
    for (String line : lines()) {
      JsonNode event = parse(line);
      if (event.path("type").asText().equals("profile")) {
        profiles.add(line);
      } else {
        List<String> season =
            seasons.computeIfAbsent(event.get("gameId").asText(), game -> new ArrayList<>());
        season.addAll(profiles);
        profiles.clear();
        season.add(line);
      }
    }
    return seasons;
  }

  /** A season's lines by round. */
  static Map<Integer, List<String>> rounds(List<String> season) {
    Map<Integer, List<String>> rounds = new TreeMap<>();
    List<String> profiles = new ArrayList<>();
    for (String line : season) {
      JsonNode event = parse(line);
      if (event.path("type").asText().equals("profile")) {
        profiles.add(line);
      } else {
        List<String> round =
            rounds.computeIfAbsent(
                event.get("metadata").get("round").asInt(), number -> new ArrayList<>());
        round.addAll(profiles);
        profiles.clear();
        round.add(line);
      }
    }
    return rounds;
  }

  /** The official standings of each season after each of its rounds, best first. */
  Map<String, NavigableMap<Integer, List<Place>>> standings() {
    Map<String, NavigableMap<Integer, List<Place>>> standings = new LinkedHashMap<>();
    try (var rows = Files.lines(folder.resolve("standings.csv"), StandardCharsets.UTF_8)) {
      rows.skip(1)
          .map(row -> row.split(",", -1))
          .forEach(
              row ->
                  standings
                      .computeIfAbsent(row[0], season -> new TreeMap<>())
                      .computeIfAbsent(Integer.valueOf(row[1]), round -> new ArrayList<>())
                      .add(new Place(Integer.parseInt(row[3]), row[4], Long.parseLong(row[5]))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return standings;
  }

  static String playerOf(String line) {
    return parse(line).get("playerId").asText();
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException(line, notJson);
    }
  }
}
