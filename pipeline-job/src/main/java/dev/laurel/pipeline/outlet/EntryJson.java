package dev.laurel.pipeline.outlet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.Standing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Entries of a top as JSON objects: in the tables {@code leaderboard_tops} and {@code
 * leaderboard_finals} and in the topic {@code rank-changes}.
 */
final class EntryJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EntryJson() {}

  /** Writes the fields of an entry but its rank. */
  private interface Fields {
    void write(Standing standing, JsonGenerator json) throws IOException;
  }

  /** A JSON array of the top's entries, in rank order. */
  static String entriesOf(BoardTop top) {
    return ranked(top.entries(), EntryJson::writeFields);
  }

  /** A JSON array of a final top's entries, in rank order, without names. */
  static String entriesOf(FinalTop top) {
    return ranked(top.entries(), EntryJson::writeNameless);
  }

  /** The fields of an entry but its rank. */
  static void writeFields(Standing standing, JsonGenerator json) throws IOException {
    writePlace(standing, json);
    json.writeStringField("username", standing.username());
    json.writeStringField("region", standing.region());
  }

  private static void writeNameless(Standing standing, JsonGenerator json) throws IOException {
    writePlace(standing, json);
    json.writeStringField("region", standing.region());
  }

  private static void writePlace(Standing standing, JsonGenerator json) throws IOException {
    json.writeStringField("playerId", standing.playerId());
    json.writeNumberField("score", standing.score());
    json.writeStringField("reachedAt", standing.reachedAt().toString());
  }

  private static String ranked(List<Standing> entries, Fields fields) {
    StringWriter text = new StringWriter(128 * entries.size());
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (int i = 0; i < entries.size(); i++) {
        json.writeStartObject();
        json.writeNumberField("rank", i + 1);
        fields.write(entries.get(i), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }
}
