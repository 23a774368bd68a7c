package dev.laurel.pipeline.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.board.Standing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RankChangesTopicTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long GREATEST_VERSION = 9_007_199_254_740_991L;

  private final RankChangesTopic topic = new RankChangesTopic("changes-here");

  @Test
  void aChangeKeepsTheContract() throws IOException {
    JsonNode record = json(write(change(42)));

    assertThat(new TopicContract("rank-changes").faults(record)).isEmpty();
    assertThat(record)
        .isEqualTo(
            JSON.readTree(
                """
                {"scope": "game", "gameId": "chess", "region": "*", "period": "all-time",
                 "periodStart": "1970-01-01", "version": 9007199254740991, "previousVersion": 42,
                 "publishedAt": "2999-12-31T23:59:59.999Z", "asOf": "1970-01-01T00:00:00.001Z",
                 "total": 7, "size": 2,
                 "changes": [
                   {"rank": 1, "previousRank": 2, "playerId": "ada", "score": 9,
                    "reachedAt": "1970-01-01T00:00:00.001Z",
                    "username": "Ada \\"{,}\\\\ L'Ovelace\\t\u20ac \ud83c\udfc6 NULL", "region": "GB"},
                   {"rank": 2, "previousRank": null, "playerId": "bob", "score": -3,
                    "reachedAt": "2999-12-31T23:59:59.999Z", "username": null, "region": null}],
                 "removed": ["eve"]}
                """));
  }

  @Test
  void aWholeTopBeforeTheFirstWatermarkKeepsTheContract() throws IOException {
    BoardTop top = new BoardTop(Board.global(), 1, Instant.EPOCH, null, 0, List.of());

    JsonNode record = json(write(new RankChange(top, 0, List.of(), List.of())));

    assertThat(new TopicContract("rank-changes").faults(record)).isEmpty();
    assertThat(record.get("previousVersion").isNull()).isTrue();
    assertThat(record.get("asOf").isNull()).isTrue();
    assertThat(record.get("gameId").asText()).isEqualTo("global");
  }

  @Test
  void standsInItsTopicUnderItsBoard() {
    ProducerRecord<byte[], byte[]> record = write(change(1));

    assertThat(record.topic()).isEqualTo("changes-here");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("game/chess/*/all-time/1970-01-01");
    assertThat(record.partition()).isNull();
  }

  @Test
  void theContractRefusesWhatIsNotOfIt() throws IOException {
    TopicContract contract = new TopicContract("rank-changes");
    ObjectNode record = (ObjectNode) json(write(change(1)));

    assertThat(contract.faults(record.deepCopy().put("publishedAt", "soon"))).isNotEmpty();
    assertThat(contract.faults(record.deepCopy().put("more", 1))).isNotEmpty();
    assertThat(contract.faults(record.deepCopy().put("version", GREATEST_VERSION + 1)))
        .isNotEmpty();
    assertThat(contract.faults(record.deepCopy().without("asOf").toString())).isNotEmpty();
  }

  private ProducerRecord<byte[], byte[]> write(RankChange change) {
    return topic.serialize(change, null, null);
  }

  private static RankChange change(long previousVersion) {
    Standing ada = SampleRows.standing("ada", 9);
    Standing bob = SampleRows.unnamed("bob", -3);
    return new RankChange(
        SampleRows.top(Board.of("chess"), GREATEST_VERSION, ada, bob),
        previousVersion,
        List.of(new RankChange.Change(1, 2, ada), new RankChange.Change(2, 0, bob)),
        List.of("eve"));
  }

  private static JsonNode json(ProducerRecord<byte[], byte[]> record) throws IOException {
    return JSON.readTree(record.value());
  }
}
