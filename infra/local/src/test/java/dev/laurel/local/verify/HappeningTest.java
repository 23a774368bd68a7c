package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HappeningTest {
  private static final String AT = "2026-03-01T10:00:00Z";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "7",
        "{} {}",
        "{\"type\":\"unlock\"",
        "{\"type\":\"unlock\",\"type\":\"unlock\"}",
        "{\"metadata\":{\"a\":1,\"a\":1}}",
        "{\"seconds\":01}"
      })
  void whatIsNotOneObjectSaysNothing(String value) {
    assertThat(Happening.read(Line.stored("player-events", "ada", value, 0, 0))).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8SayNothing() {
    byte[] json =
        Line.playtime("ada", "chess", 60, AT)
            .with("more", "x")
            .json()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    json[json.length - 3] = (byte) 0xff;

    assertThat(StrictJson.read(json)).isEmpty();
  }

  @Test
  void aRecordWithoutAValueSaysNothing() {
    assertThat(
            Happening.read(
                new org.apache.kafka.clients.consumer.ConsumerRecord<>(
                    "player-events", 0, 0, new byte[] {'a'}, null)))
        .isEmpty();
  }

  @Test
  void theKeyHasToBeThePlayer() {
    String json = Line.playtime("ada", "chess", 60, AT).json();

    assertThat(Happening.read(Line.stored("player-events", "ada", json, 0, 0))).isPresent();
    assertThat(Happening.read(Line.stored("player-events", "bob", json, 0, 0))).isEmpty();
    assertThat(Happening.read(Line.stored("player-events", "", json, 0, 0))).isEmpty();
  }

  @Test
  void everyRequiredFieldHasToBeThere() {
    for (Line line :
        new Line[] {
          Line.unlock("ada", "chess", "win", AT),
          Line.action("ada", "LEVEL", AT),
          Line.playtime("ada", "chess", 60, AT),
          Line.profile("ada", "Ada", "GB", AT),
          Line.verdict("ada", "exclude", AT)
        }) {
      assertThat(read(line)).as(line.json()).isPresent();
      for (String field : line.fields().keySet()) {
        String json = line.without(field).json();
        assertThat(Happening.read(Line.stored("player-events", "ada", json, 0, 0)))
            .as(json)
            .isEmpty();
      }
    }
  }

  @Test
  void nullIsAbsentAndUnknownFieldsAreIgnored() {
    Line line =
        Line.action("ada", "LEVEL", AT).with("gameId", null).with("seconds", "many").with("x", 7);

    assertThat(read(line).orElseThrow().game()).isEqualTo("_none");
    assertThat(read(line.with("actionType", null))).isEmpty();
  }

  @Test
  void wholeNumbersAreWholeHoweverTheyAreWritten() {
    assertThat(read(points("150.0")).orElseThrow().points()).hasValue(150);
    assertThat(read(points("1.5e2")).orElseThrow().points()).hasValue(150);
    assertThat(read(points("-1e9")).orElseThrow().points()).hasValue(-1_000_000_000);
    assertThat(read(points("1000000001"))).isEmpty();
    assertThat(read(points("1.5"))).isEmpty();
    assertThat(read(points("1e999999999"))).isEmpty();
    assertThat(read(points("\"1\""))).isEmpty();
  }

  @Test
  void lengthsAreInCodePoints() {
    assertThat(read(Line.profile("ada", "😀".repeat(100), "GB", AT))).isPresent();
    assertThat(read(Line.profile("ada", "😀".repeat(101), "GB", AT))).isEmpty();
    assertThat(read(Line.profile("ada", "", "GB", AT))).isEmpty();
    assertThat(read(Line.profile("ada", "Ada", "G", AT))).isEmpty();
    assertThat(read(Line.playtime("ada", "c".repeat(129), 1, AT))).isEmpty();
    assertThat(read(Line.playtime("ada", "chess", 86_401, AT))).isEmpty();
    assertThat(read(Line.playtime("ada", "global", 60, AT))).isEmpty();
    assertThat(read(Line.playtime("ada", "_none", 60, AT))).isEmpty();
  }

  @Test
  void whatNoTableCanHoldIsNoText() {
    assertThat(read(Line.profile("ada", "a\0", "GB", AT))).isEmpty();
    assertThat(read(Line.action("ada", "LEVEL", AT).with("userAgent", "\0"))).isEmpty();
    assertThat(raw("\"metadata\":{\"a\":\"\\u0000\"}")).isEmpty();
    assertThat(raw("\"metadata\":{\"\\ud800\":1}")).isEmpty();
    assertThat(raw("\"other\":\"\\ud800\"")).isPresent();
  }

  @Test
  void metadataIsKeptAsItWasSent() {
    assertThat(raw("\"metadata\": { \"é\" : [1.50, {}] }").orElseThrow().text("metadata"))
        .hasValue("{ \"é\" : [1.50, {}] }");
    assertThat(raw("\"metadata\":[]")).isEmpty();
    assertThat(raw("\"metadata\":{\"a\":\"%s\"}".formatted("x".repeat(8 * 1024 - 8)))).isPresent();
    assertThat(raw("\"metadata\":{\"a\":\"%s\"}".formatted("x".repeat(8 * 1024 - 7)))).isEmpty();
  }

  private static Line points(String number) {
    return Line.action("ada", "RACE", AT)
        .with("points", new com.fasterxml.jackson.databind.util.RawValue(number));
  }

  private static Optional<Happening> raw(String more) {
    String json = Line.action("ada", "LEVEL", AT).json();
    return Happening.read(
        Line.stored(
            "player-events", "ada", json.substring(0, json.length() - 1) + "," + more + "}", 0, 0));
  }

  private static Optional<Happening> read(Line line) {
    return Happening.read(line.stored(0));
  }
}
