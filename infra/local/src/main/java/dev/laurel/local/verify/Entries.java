package dev.laurel.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The column {@code entries} of boards in one spelling: a JSON object a line, in rank order. */
final class Entries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<TreeMap<String, Object>>> LIST = new TypeReference<>() {};

  private Entries() {}

  /** Of a table's JSON array; the text itself if it is none. */
  static String spell(String json) {
    try {
      return JSON.readValue(json, LIST).stream()
          .map(Entries::line)
          .collect(Collectors.joining("\n"));
    } catch (JsonProcessingException | DateTimeException unreadable) {
      return json;
    }
  }

  /** Of one entry; what is null is left out, and moments are spelled alike. */
  static String line(Map<String, Object> entry) {
    TreeMap<String, Object> line = new TreeMap<>(entry);
    line.values().removeIf(Objects::isNull);
    line.computeIfPresent(
        "reachedAt", (name, at) -> OffsetDateTime.parse(at.toString()).toInstant().toString());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are no JSON: " + line, impossible);
    }
  }
}
