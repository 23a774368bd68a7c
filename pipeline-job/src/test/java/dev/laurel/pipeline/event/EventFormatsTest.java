package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are read in every form in which a savepoint may hold them. */
class EventFormatsTest {
  /** {@link #unlock()} as format 1 has it, for ever. */
  private static final String FORMAT_1 =
      "0000007401010e706c617965722d6576656e7473000000030000000000000011000000000000000100"
          + "0f424004616461046164610100000000000000960000000000000000000000003b8b87c004652d31"
          + "046164610663686573730a66697273742d77696e0000000a7b22c3a9223a20317d000000000000";

  /** Keeps a player's events and tells them all whenever one is added. */
  private static final class Keep extends KeyedProcessFunction<String, PlayerEvent, PlayerEvent> {
    private static final long serialVersionUID = 1L;
    private final TypeInformation<PlayerEvent> form;
    private transient ListState<PlayerEvent> kept;

    Keep(TypeInformation<PlayerEvent> form) {
      this.form = form;
    }

    @Override
    public void open(OpenContext context) {
      kept = getRuntimeContext().getListState(new ListStateDescriptor<>("kept", form));
    }

    @Override
    public void processElement(PlayerEvent event, Context context, Collector<PlayerEvent> out)
        throws Exception {
      kept.add(event);
      kept.get().forEach(out::collect);
    }
  }

  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  @Test
  void format1IsReadForEver() throws IOException {
    assertSame(read(HexFormat.of().parseHex(FORMAT_1)), unlock());
  }

  @Test
  void format1IsWritten() throws IOException {
    assertThat(HexFormat.of().formatHex(written(unlock()))).isEqualTo(FORMAT_1);
  }

  @Test
  void whatAnOlderEventLacksIsNullOrZero() throws IOException {
    ByteBuffer older = ByteBuffer.wrap(written(EventSample.moderation().event()));
    older.putInt(0, older.getInt(0) - 1 - "moderator-7".length());

    PlayerEventSerializer serializer = new PlayerEventSerializer();
    serializer.deserialize(new DataInputDeserializer(written(EventSample.moderation().event())));

    PlayerEvent event = serializer.deserialize(new DataInputDeserializer(older.array()));

    assertThat(event.reason()).isEqualTo("speed hack");
    assertThat(event.moderator()).isNull();
  }

  @Test
  void aFormatThatIsNotKnownIsRefused() throws IOException {
    byte[] newer = written(unlock());
    newer[Integer.BYTES] = 2;

    assertThatThrownBy(() -> read(newer))
        .hasMessage("an event is written in format 2, expected format 1");
  }

  @Test
  void aSavepointOfANewerFormatIsRefused() throws IOException {
    PlayerEventSnapshot newer = new PlayerEventSnapshot();
    newer.readSnapshot(1, new DataInputDeserializer(new byte[] {0, 0, 0, 2}), null);

    assertThat(new PlayerEventSnapshot().resolveSchemaCompatibility(newer).isIncompatible())
        .isTrue();
  }

  @Test
  void savepointsKnowTypesByTheSameNumberForEver() {
    assertThat(Stream.of(1, 2, 3, 4, 5).map(EventType::numbered))
        .containsExactly(EventType.values());
    assertThatThrownBy(() -> EventType.numbered(0))
        .hasMessage("the type of an event is number 0, expected 1 to 5");
  }

  @ParameterizedTest
  @MethodSource("backends")
  void stateThatHoldsEventsFieldByFieldIsReadAndWrittenAnew(StateBackend backend) throws Exception {
    PlayerEvent first = EventSample.unlock().with("metadata", "{\"a\":1}").event();
    PlayerEvent second = EventSample.moderation().event().withoutBytes();
    PlayerEvent third = unlock();
    OperatorSubtaskState old;
    try (var harness = started(FieldByField.events(), backend, null)) {
      harness.processElement(first, 0);
      harness.processElement(second, 0);
      old = harness.snapshot(1, 1);
    }

    try (var harness = started(TypeInformation.of(PlayerEvent.class), backend, old)) {
      harness.processElement(third, 0);

      assertThat(harness.extractOutputValues())
          .usingRecursiveComparison()
          .isEqualTo(List.of(first, second, third));
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PlayerEvent, PlayerEvent> started(
      TypeInformation<PlayerEvent> form, StateBackend backend, OperatorSubtaskState state)
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new Keep(form)), PlayerEvent::playerId, Types.STRING);
    harness.setStateBackend(backend);
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static PlayerEvent unlock() {
    byte[] key = "ada".getBytes(UTF_8);
    EventDraft draft =
        new EventDraft(
            EventType.UNLOCK,
            new SourceRecord("player-events", 3, 17, Instant.ofEpochMilli(1_001), key, key));
    draft.eventId = "e-1";
    draft.playerId = "ada";
    draft.occurredAt = Instant.ofEpochMilli(999);
    draft.gameId = "chess";
    draft.achievementId = "first-win";
    draft.points = 150L;
    draft.metadata = "{\"é\": 1}";
    return draft.event();
  }

  private static byte[] written(PlayerEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    new PlayerEventSerializer().serialize(event, out);
    return out.getCopyOfBuffer();
  }

  private static PlayerEvent read(byte... bytes) throws IOException {
    return new PlayerEventSerializer().deserialize(new DataInputDeserializer(bytes));
  }

  private static void assertSame(PlayerEvent one, PlayerEvent other) {
    assertThat(one).usingRecursiveComparison().isEqualTo(other);
  }
}
