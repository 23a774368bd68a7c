package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.testutils.DeeplyEqualsChecker;
import org.junit.jupiter.api.Test;

/** Events come back from the exchange and from state as they went. */
class PlayerEventSerializerTest extends SerializerTestBase<PlayerEvent> {

  PlayerEventSerializerTest() {
    super(
        new DeeplyEqualsChecker()
            .withCustomCheck(
                (one, other) -> one instanceof PlayerEvent && other instanceof PlayerEvent,
                (one, other, checker) -> isSame((PlayerEvent) one, (PlayerEvent) other)));
  }

  @Override
  protected TypeSerializer<PlayerEvent> createSerializer() {
    return TypeInformation.of(PlayerEvent.class).createSerializer(new SerializerConfigImpl());
  }

  @Override
  protected int getLength() {
    return -1;
  }

  @Override
  protected Class<PlayerEvent> getTypeClass() {
    return PlayerEvent.class;
  }

  @Override
  protected PlayerEvent[] getTestData() {
    return Stream.of("unlock", "action", "playtime", "profile", "moderation")
        .map(EventSample::named)
        .flatMap(sample -> Stream.of(sample, sample.with("points", "-7").with("metadata", "{}")))
        .map(EventSample::event)
        .flatMap(event -> Stream.of(event, event.withoutBytes()))
        .toArray(PlayerEvent[]::new);
  }

  @Property(tries = 1000)
  void anyEventComesBackAsItWent(@ForAll long seed) throws IOException {
    PlayerEvent event = anyEvent(new Random(seed));

    PlayerEvent back = read(createSerializer(), written(createSerializer(), event));

    assertSame(back, event);
  }

  @Property(tries = 1000)
  void whateverWasReadFromTheLogComesBackAsItWent(@ForAll long seed) throws IOException {
    Arrival arrival = EventReader.read(new RandomRecords(seed).next());
    if (arrival.readable().isPresent()) {
      PlayerEvent event = arrival.readable().get();

      assertSame(read(createSerializer(), written(createSerializer(), event)), event);
    }
  }

  @Test
  void aGreatEventAfterASmallOneComesBackAsItWent() throws IOException {
    PlayerEvent small = EventSample.unlock().event();
    PlayerEvent great =
        EventSample.unlock().with("metadata", "{\"a\":\"" + "\u20ac".repeat(2500) + "\"}").event();
    TypeSerializer<PlayerEvent> serializer = createSerializer();

    for (PlayerEvent event : new PlayerEvent[] {small, great, small}) {
      assertSame(read(serializer, written(serializer, event)), event);
    }
  }

  private static byte[] written(TypeSerializer<PlayerEvent> serializer, PlayerEvent event)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.serialize(event, out);
    return out.getCopyOfBuffer();
  }

  private static PlayerEvent read(TypeSerializer<PlayerEvent> serializer, byte[] bytes)
      throws IOException {
    return serializer.deserialize(new DataInputDeserializer(bytes));
  }

  private static void assertSame(PlayerEvent one, PlayerEvent other) {
    assertThat(one.withoutBytes()).isEqualTo(other.withoutBytes());
    assertThat(one.source().key()).isEqualTo(other.source().key());
    assertThat(one.source().value()).isEqualTo(other.source().value());
  }

  private static boolean isSame(PlayerEvent one, PlayerEvent other) {
    assertSame(one, other);
    return true;
  }

  private static PlayerEvent anyEvent(Random random) {
    SourceRecord source =
        new SourceRecord(
            anyText(random),
            random.nextInt(),
            random.nextLong(),
            anyTime(random),
            random.nextBoolean() ? null : anyText(random).getBytes(UTF_8),
            random.nextBoolean() ? null : anyText(random).getBytes(UTF_8));
    EventDraft draft = new EventDraft(EventType.numbered(1 + random.nextInt(5)), source);
    draft.eventId = anyText(random);
    draft.playerId = anyText(random);
    draft.occurredAt = anyTime(random);
    draft.gameId = perhaps(random);
    draft.achievementId = perhaps(random);
    draft.actionType = perhaps(random);
    draft.requestId = perhaps(random);
    draft.actionId = perhaps(random);
    draft.points = random.nextBoolean() ? null : random.nextLong();
    draft.seconds = random.nextInt();
    draft.metadata = perhaps(random);
    draft.ipAddress = perhaps(random);
    draft.userAgent = perhaps(random);
    draft.username = perhaps(random);
    draft.region = perhaps(random);
    draft.excludes = random.nextBoolean();
    draft.reason = perhaps(random);
    draft.moderator = perhaps(random);
    return draft.event();
  }

  private static Instant anyTime(Random random) {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private static String perhaps(Random random) {
    return random.nextBoolean() ? null : anyText(random);
  }

  private static String anyText(Random random) {
    String letter = new String[] {"a", "\u0000", "é", "\u20ac", "\uD83D\uDE00"}[random.nextInt(5)];
    int[] lengths = {0, 1, 5, 63, 126, 127, 128, 129, 5000, 17_000};
    return letter.repeat(lengths[random.nextInt(lengths.length)]);
  }
}
