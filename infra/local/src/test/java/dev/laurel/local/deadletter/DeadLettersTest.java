package dev.laurel.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class DeadLettersTest {

  private static final Selection ALL = new Selection(Optional.empty(), Set.of());

  @Test
  void theExamplesOfTheContractAreReadWhole() throws IOException {
    for (JsonNode example : contract().path("examples")) {
      DeadLetter letter = DeadLetter.read(stored(example));

      assertThat(letter.line())
          .isEqualTo(
              "%s\t%s/%s/%s\t%s"
                  .formatted(
                      example.path("reason").asText(),
                      example.path("topic").asText(),
                      example.path("partition").asText(),
                      example.path("offset").asText(),
                      example.path("message").asText()));
      assertThat(letter.value().orElseThrow()).asString().isEqualTo("the refused value");
    }
  }

  @Test
  void theReasonsAreThoseOfTheContract() throws IOException {
    List<String> codes =
        StreamSupport.stream(contract().at("/properties/reason/enum").spliterator(), false)
            .map(JsonNode::asText)
            .toList();

    assertThat(Stream.of(Reason.values()).map(Reason::name)).containsExactlyElementsOf(codes);
  }

  @Test
  void aLetterThatIsStoredTwiceIsOne() {
    var letters =
        read(ALL, letter("MALFORMED", 3, 17), letter("MALFORMED", 3, 17), letter("INACTIVE", 0, 5));

    assertThat(letters).extracting(DeadLetter::position).containsExactly(at(0, 5), at(3, 17));
  }

  @Test
  void onlyThoseWithTheReasonAreChosen() {
    Selection inactive = new Selection(Optional.of(Reason.INACTIVE), Set.of());

    assertThat(read(inactive, letter("MALFORMED", 3, 17), letter("INACTIVE", 0, 5)))
        .extracting(DeadLetter::reason)
        .containsExactly("INACTIVE");
  }

  @Test
  void onlyThoseThatAreNamedAreChosenAndMissingOnesAreTold() {
    Selection named = new Selection(Optional.empty(), Set.of(at(3, 17), at(9, 9)));
    var chosen = read(named, letter("MALFORMED", 3, 17), letter("MALFORMED", 3, 18));

    assertThat(chosen).extracting(DeadLetter::position).containsExactly(at(3, 17));
    assertThat(named.missing(Set.of(at(3, 17)))).containsExactly(at(9, 9));
  }

  @Test
  void aMessageWithLineBreaksStaysOnOneLine() {
    ConsumerRecord<byte[], byte[]> stored = letter("MALFORMED", 0, 1);
    stored.headers().remove("message");
    stored.headers().add("message", utf8("two\nlines"));

    assertThat(DeadLetter.read(stored).line()).isEqualTo("MALFORMED\tplayer-events/0/1\ttwo lines");
  }

  @Test
  void aRecordWithoutAReasonIsNamed() {
    ConsumerRecord<byte[], byte[]> stored = letter("MALFORMED", 0, 1);
    stored.headers().remove("reason");

    assertThatThrownBy(() -> DeadLetter.read(stored))
        .hasMessageContaining("dead-letters/2/40")
        .hasMessageContaining("reason");
  }

  @Test
  void aPositionIsWrittenAsItIsRead() {
    assertThat(Position.parse("player-events/3/17")).contains(at(3, 17));
    assertThat(at(3, 17)).hasToString("player-events/3/17");
    assertThat(Position.parse("player-events/3")).isEmpty();
    assertThat(Position.parse("player-events/3/-1")).isEmpty();
  }

  @SafeVarargs
  private static Iterable<DeadLetter> read(
      Selection selection, ConsumerRecord<byte[], byte[]>... stored) {
    TreeMap<Position, DeadLetter> letters = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> each : stored) {
      DeadLetters.keep(each, selection, letters);
    }
    return letters.values();
  }

  private static Position at(int partition, long offset) {
    return new Position("player-events", partition, offset);
  }

  private static ConsumerRecord<byte[], byte[]> letter(String reason, int partition, long offset) {
    var headers =
        new ObjectMapper()
            .createObjectNode()
            .put("reason", reason)
            .put("message", "why")
            .put("topic", "player-events")
            .put("partition", Integer.toString(partition))
            .put("offset", Long.toString(offset));
    return stored(headers);
  }

  private static ConsumerRecord<byte[], byte[]> stored(JsonNode headers) {
    var stored =
        new ConsumerRecord<>("dead-letters", 2, 40, utf8("ada"), utf8("the refused value"));
    headers
        .properties()
        .forEach(each -> stored.headers().add(each.getKey(), utf8(each.getValue().asText())));
    return stored;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode contract() throws IOException {
    return new ObjectMapper()
        .readTree(Installation.current().topics().resolve("dead-letters.json").toFile());
  }
}
