package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No bytes whatever make the reader throw, and what it accepts keeps its promises. */
class AnyBytesTest {
  private static final List<String> SHREDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\\u0000",
          "\\ud83d",
          "\uD83D\uDE00",
          "null",
          "true",
          "-",
          "1e9",
          "0",
          ".",
          "\"type\":",
          "\"unlock\"",
          "\"points\":",
          "\"a\":",
          "\n");

  @Property(tries = 2000)
  void readsOrRefusesAnyBytes(@ForAll byte[] value, @ForAll byte[] key) {
    Arrival arrival =
        EventReader.read(
            new SourceRecord("player-events", 0, 0, EventSample.LOGGED_AT, key, value));

    assertThat(arrival.readable()).isEmpty();
    assertThat(arrival.deadLetter().refusal().message()).isNotBlank().doesNotContain("\n");
  }

  @Property(tries = 2000)
  void readsOrRefusesAnythingLikeJson(
      @ForAll @Size(max = 40) List<@IntRange(max = 21) Integer> shreds) {
    StringBuilder text = new StringBuilder("{");
    shreds.forEach(shred -> text.append(SHREDS.get(shred)));

    assertThat(EventSample.refusal(text.append('}').toString().getBytes(UTF_8)).message())
        .isNotBlank();
  }

  @Property(tries = 5000)
  void readsOrRefusesAGoodRecordWithSomeBytesChanged(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) {
    Random random = new Random(seed);
    String[] types = {"unlock", "action", "playtime", "profile", "moderation"};
    EventSample sample = EventSample.named(types[random.nextInt(types.length)]);
    byte[] value = sample.with("metadata", "{\"a\":[1,\"\\u00e9\"]}").json().getBytes(UTF_8);
    for (int i = 0; i < changes; i++) {
      value[random.nextInt(value.length)] = (byte) random.nextInt(256);
    }

    Arrival arrival =
        EventReader.read(
            new SourceRecord(
                "player-events", 0, 0, EventSample.LOGGED_AT, "ada".getBytes(UTF_8), value));

    assertThat(arrival.event() == null).isNotEqualTo(arrival.deadLetter() == null);
    arrival
        .readable()
        .ifPresent(
            event -> {
              assertThat(event.playerId()).isEqualTo("ada");
              assertThat(event.eventId()).matches("[A-Za-z0-9._:@-]{1,128}");
              assertThat(event.occurredAt())
                  .isBeforeOrEqualTo(EventSample.LOGGED_AT.plusSeconds(300));
            });
  }
}
