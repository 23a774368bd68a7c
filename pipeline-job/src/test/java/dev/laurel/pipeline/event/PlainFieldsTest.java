package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in one pass is what the strict reader reads, or nothing. */
class PlainFieldsTest {
  private static final String ANYTHING_LIKE_TIME = "0123456789-+:.TZtz";

  @Property(tries = 5000)
  void agreeWithTheStrictReaderOnRecordsOfEveryKind(@ForAll long seed) {
    agree(new RandomRecords(seed).next());
  }

  @Property(tries = 10_000)
  void agreeWithTheStrictReaderOnSpoiledRecords(@ForAll long seed) {
    agree(new RandomRecords(seed).nextSpoiled());
  }

  @Property(tries = 5000)
  void agreeWithTheStrictReaderOnAnyBytes(@ForAll byte[] value) {
    agree(new SourceRecord("player-events", 3, 17, EventSample.LOGGED_AT, null, value));
  }

  @Property(tries = 10_000)
  void timesAreThoseOfTheStrictReader(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(time(random));
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      char other = ANYTHING_LIKE_TIME.charAt(random.nextInt(ANYTHING_LIKE_TIME.length()));
      text.setCharAt(random.nextInt(text.length()), other);
    }
    byte[] padded = ("\"\"" + text + '"').getBytes(UTF_8);

    PlainTime.read(padded, 2, padded.length - 1)
        .ifPresent(
            millis ->
                assertThat(Rfc3339.read(text.toString()).map(time -> time.toEpochMilli()))
                    .as(text.toString())
                    .contains(millis));
  }

  @Test
  void mostGoodRecordsOfAllKindsArePlain() {
    RandomRecords records = new RandomRecords(7);
    List<SourceRecord> readable =
        Stream.generate(records::next)
            .limit(4000)
            .filter(record -> EventReader.strict(record).readable().isPresent())
            .toList();

    assertThat(readable).hasSizeGreaterThan(2000);
    assertThat(readable.stream().filter(record -> EventReader.plain(record).isPresent()))
        .hasSizeGreaterThan(readable.size() * 7 / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlock", "action", "playtime", "profile", "moderation"})
  void everyTypeIsPlainAsGamesSendIt(String type) {
    SourceRecord record =
        EventSample.named(type).with("metadata", "{\"level\": 3, \"won\": true}").source();

    assertThat(EventReader.plain(record)).isEqualTo(EventReader.strict(record).readable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.2Z",
        "2026-03-01T10:00:00.250Z",
        "2026-03-01T10:00:00.999999999Z",
        "2026-03-01T11:00:00.5+01:00",
        "2026-02-28T22:00:00-12:00",
        "2024-02-29T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2026-12-31T23:59:59Z"
      })
  void commonSpellingsOfATimeArePlain(String time) {
    byte[] text = time.getBytes(UTF_8);

    assertThat(PlainTime.read(text, 0, text.length))
        .hasValue(Rfc3339.read(time).orElseThrow().toEpochMilli());
  }

  @Test
  void aFieldTwiceIsNotPlain() {
    String json = EventSample.unlock().json().replace("}", ",\"type\":\"unlock\"}");

    assertThat(PlainFields.of(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void anUnknownFieldIsNotPlain() {
    assertThat(PlainFields.of(EventSample.unlock().with("colour", "1").json().getBytes(UTF_8)))
        .isEmpty();
  }

  @Test
  void aNameTwiceInMetadataIsNotPlain() {
    EventSample sample = EventSample.unlock().with("metadata", "{\"a\":1,\"b\":2,\"a\":3}");

    assertThat(EventReader.plain(sample.source())).isEmpty();
    assertThat(sample.refusal().reason()).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void noBeginningOfARecordIsPlain() {
    byte[] value = EventSample.unlock().with("metadata", "{\"a\":1.5}").json().getBytes(UTF_8);
    List<Integer> read = new ArrayList<>();
    for (int length = 0; length < value.length; length++) {
      if (PlainFields.of(Arrays.copyOf(value, length)).isPresent()) {
        read.add(length);
      }
    }

    assertThat(read).isEmpty();
  }

  private static void agree(SourceRecord record) {
    Arrival strict = EventReader.strict(record);
    Optional<PlayerEvent> plain = EventReader.plain(record);

    assertThat(EventReader.read(record)).isEqualTo(strict);
    if (plain.isPresent() && strict.readable().isEmpty()) {
      assertThat(strict.deadLetter().refusal().reason()).isEqualTo(Reason.FROM_THE_FUTURE);
    }
  }

  private static String time(Random random) {
    String fraction = ".123456789".substring(0, random.nextInt(10));
    String zone = random.nextBoolean() ? "Z" : random.nextBoolean() ? "+01:30" : "-23:59";
    return "%04d-%02d-%02dT%02d:%02d:%02d%s%s"
        .formatted(
            random.nextBoolean() ? 1968 + random.nextInt(60) : 2996 + random.nextInt(6),
            1 + random.nextInt(13),
            1 + random.nextInt(32),
            random.nextInt(25),
            random.nextInt(61),
            random.nextInt(62),
            fraction.length() == 1 ? "" : fraction,
            zone);
  }
}
