package dev.laurel.pipeline.outlet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.RankChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Rank changes as records of their topic, as {@code infra/topics/rank-changes.json} describes them.
 */
final class RankChangesTopic implements KafkaRecordSerializationSchema<RankChange> {
  private static final long serialVersionUID = 1L;
  private static final JsonFactory JSON = new JsonFactory();

  private final String topic;

  RankChangesTopic(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      RankChange change, KafkaSinkContext context, Long timestamp) {
    byte[] key = change.top().board().key().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key, json(change));
  }

  private static byte[] json(RankChange change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      writeBoard(change.top().board(), json);
      writeVersion(change, json);
      json.writeNumberField("total", change.top().total());
      json.writeNumberField("size", change.top().entries().size());
      writeChanges(change, json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeBoard(Board board, JsonGenerator json) throws IOException {
    json.writeStringField("scope", board.scope());
    json.writeStringField("gameId", board.gameId());
    json.writeStringField("region", board.region());
    json.writeStringField("period", board.period());
    json.writeStringField("periodStart", board.periodStart().toString());
  }

  private static void writeVersion(RankChange change, JsonGenerator json) throws IOException {
    json.writeNumberField("version", change.top().version());
    if (change.appliesTo().isPresent()) {
      json.writeNumberField("previousVersion", change.appliesTo().get());
    } else {
      json.writeNullField("previousVersion");
    }
    json.writeStringField("publishedAt", change.top().publishedAt().toString());
    json.writeStringField("asOf", change.top().completeUpTo().map(Object::toString).orElse(null));
  }

  private static void writeChanges(RankChange change, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("changes");
    for (RankChange.Change entry : change.changes()) {
      json.writeStartObject();
      json.writeNumberField("rank", entry.rank());
      json.writeFieldName("previousRank");
      if (entry.previousRank() == 0) {
        json.writeNull();
      } else {
        json.writeNumber(entry.previousRank());
      }
      EntryJson.writeFields(entry.standing(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("removed");
    for (String playerId : change.removed()) {
      json.writeString(playerId);
    }
    json.writeEndArray();
  }
}
