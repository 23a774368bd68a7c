package dev.laurel.pipeline.outlet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.Standing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Entries of a top as JSON objects: in the table {@code leaderboard_tops} and in the topic {@code
 * rank-changes}.
 */
final class EntryJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EntryJson() {}

  /** A JSON array of the top's entries, in rank order. */
  static String entriesOf(BoardTop top) {
    StringWriter text = new StringWriter(128 * top.entries().size());
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      for (int i = 0; i < top.entries().size(); i++) {
        json.writeStartObject();
        json.writeNumberField("rank", i + 1);
        writeFields(top.entries().get(i), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }

  /** The fields of an entry but its rank. */
  static void writeFields(Standing standing, JsonGenerator json) throws IOException {
    json.writeStringField("playerId", standing.playerId());
    json.writeNumberField("score", standing.score());
    json.writeStringField("reachedAt", standing.reachedAt().toString());
    json.writeStringField("username", standing.username());
    json.writeStringField("region", standing.region());
  }
}
