package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are not exactly one JSON object in valid UTF-8. */
class MalformedRecordsTest {
  private static final String GOOD = EventSample.unlock().json();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "7",
        "\"unlock\"",
        "[]",
        "[{}]",
        "{",
        "}",
        "{}{}",
        "{} {}",
        "{},",
        "{}]",
        "{} x",
        "{}\u0000",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":0x1}",
        "{\"a\":NaN}",
        "{\"a\":-Infinity}",
        "{\"a\":True}",
        "{\"a\":nul}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"b}",
        "{\"a\":[1}",
        "{\"a\":[1,]}",
        "{\"a\":{\"b\":1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1/* why */}",
        "// why\n{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":null,\"a\":null}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "{\"x\":[[{\"a\":1,\"b\":2,\"a\":3}]]}"
      })
  void refusesWhatIsNotOneObject(String text) {
    Refusal refusal = EventSample.refusal(text.getBytes(UTF_8));

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.message())
        .startsWith("the record is not one JSON object: ")
        .hasSizeBetween(40, 500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "eventId", "gameId", "metadata"})
  void refusesAGoodEventWithAFieldTwice(String field) {
    String twice = EventSample.unlock().with("metadata", "{}").json();

    Refusal refusal =
        EventSample.refusal(twice.replace("}}", "},\"" + field + "\":1}").getBytes(UTF_8));

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.message()).contains("'" + field + "'");
  }

  @Test
  void acceptsTheSameKeyInDifferentObjects() {
    String metadata = "{\"a\":{\"a\":1,\"b\":{\"a\":1}},\"type\":[{\"a\":1},{\"a\":1}]}";

    assertThat(EventSample.unlock().with("metadata", metadata).event().metadata())
        .isEqualTo(metadata);
  }

  @Test
  void acceptsWhiteSpaceAroundTheObject() {
    byte[] value = (" \r\n\t" + GOOD.replace(",", " ,\n") + "\n ").getBytes(UTF_8);
    SourceRecord source =
        new SourceRecord(
            "player-events", 3, 17, EventSample.LOGGED_AT, "ada".getBytes(UTF_8), value);

    assertThat(EventReader.read(source).readable()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // a continuation on its own
        "c3", // the first of two
        "c0af", // overlong
        "c1bf",
        "e08080",
        "f0808080",
        "eda080", // a surrogate
        "edbfbf",
        "eda0bdedb880", // a pair of them, as Java's modified UTF-8 writes an emoji
        "f4908080", // beyond Unicode
        "f888808080",
        "fe",
        "ff",
        "e282", // cut off
        "f09f98"
      })
  void refusesWhatIsNotUtf8(String hex) {
    byte[] wrong = HexFormat.of().parseHex(hex);
    byte[] inAText =
        join(GOOD.replace("}", ",\"x\":\"").getBytes(UTF_8), wrong, "\"}".getBytes(UTF_8));
    byte[] inAName = join(GOOD.replace("}", ",\"").getBytes(UTF_8), wrong, "\":1}".getBytes(UTF_8));
    byte[] behind = join(GOOD.getBytes(UTF_8), wrong);

    for (byte[] value : new byte[][] {inAText, inAName, behind}) {
      assertThat(EventSample.refusal(value))
          .isEqualTo(
              new Refusal(
                  Reason.MALFORMED, "the record is not one JSON object: it is not valid UTF-8"));
    }
  }

  @Test
  void refusesOtherEncodings() {
    String text = EventSample.profile().text("username", "\u00c5sa").json();

    for (Charset other :
        new Charset[] {UTF_16, UTF_16BE, UTF_16LE, ISO_8859_1, Charset.forName("UTF-32")}) {
      assertThat(EventSample.refusal(text.getBytes(other)).reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void refusesAByteOrderMark() {
    assertThat(EventSample.refusal(("\ufeff" + GOOD).getBytes(UTF_8)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 100_000})
  void refusesNestingBeyondAThousand(int depth) {
    String deep = "[".repeat(depth) + "]".repeat(depth);

    assertThat(EventSample.unlock().with("x", deep).refusal().reason()).isEqualTo(Reason.MALFORMED);
    assertThat(EventSample.refusal("{\"a\":".repeat(depth).getBytes(UTF_8)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void acceptsNestingBelowAThousand() {
    assertThat(EventSample.unlock().with("x", "[".repeat(999) + "]".repeat(999)).read().readable())
        .isPresent();
  }

  @Test
  void keepsTheMessageShortAndOnOneLine() {
    String name = "a\\n".repeat(10_000);

    Refusal refusal =
        EventSample.refusal(("{\"" + name + "\":1,\"" + name + "\":2}").getBytes(UTF_8));

    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal.message()).hasSizeLessThan(4_000).contains("a\\u000aa").endsWith("…");
    assertThat(refusal.message()).doesNotContain("\n");
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
