package dev.laurel.pipeline.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Every race result since 2000, and the official standings after every round. */
final class FormulaOne {
  static final Path FOLDER = Path.of("..", "..", "shared", "data", "f1");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LOGGED_AT = Instant.parse("2027-01-01T00:00:00Z").toEpochMilli();

  /** A driver after a round. */
  record Official(String game, LocalDate day, int position, String driver, long points) {}

  private FormulaOne() {}

  static List<Rule> rules() throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("catalog.jsonl"))) {
      JsonNode json = JSON.readTree(line);
      rules.add(
          json.get("kind").asText().equals("game")
              ? Rule.of("game", json.get("gameId").asText(), 0, 0)
              : Rule.of(
                  "action",
                  json.get("actionType").asText(),
                  json.path("minPoints").asLong(),
                  json.get("maxPoints").asLong()));
    }
    return rules;
  }

  static List<Deed> deeds() throws IOException {
    List<Deed> deeds = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve("events.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        deeds.add(deed(deeds.size(), JSON.readTree(line)));
      }
    }
    return deeds;
  }

  private static Deed deed(long offset, JsonNode json) {
    boolean action = json.get("type").asText().equals("action");
    return new Deed(
        offset,
        json.get("type").asText(),
        json.get("playerId").asText(),
        action ? Optional.of(json.get("gameId").asText()) : Optional.empty(),
        json.get(action ? "actionType" : "username").asText(),
        json.get("eventId").asText(),
        json.path("region").asText(),
        action ? Optional.of(json.get("points").asLong()) : Optional.empty(),
        Instant.parse(json.get("occurredAt").asText()).toEpochMilli(),
        LOGGED_AT);
  }

  static List<Official> standings() throws IOException {
    return Files.readAllLines(FOLDER.resolve("standings.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cell ->
                new Official(
                    cell[0],
                    LocalDate.parse(cell[2]),
                    Integer.parseInt(cell[3]),
                    cell[4],
                    Long.parseLong(cell[5])))
        .toList();
  }
}
