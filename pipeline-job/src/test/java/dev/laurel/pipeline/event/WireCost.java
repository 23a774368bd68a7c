package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/**
 * Measures what an event costs before the ledger sees it: to be read from its record, and to be
 * written and read again at the exchange; each beside the plain way it replaces. Prints nanoseconds
 * of CPU an event, the median, least and greatest of some rounds. It holds to no bound, so it runs
 * only when it is asked for, and wants the machine for itself:
 *
 * <pre>mvn -q -pl pipeline-job -am test -Dtest=WireCost -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class WireCost {
  private static final int EVENTS = 4_000;
  private static final int TIMES = 100;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 15;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private long sum;

  @Test
  void anEventIsReadAndExchanged() {
    List<SourceRecord> records = records();
    List<PlayerEvent> events = records.stream().map(record -> read(record).event()).toList();
    measure("read, strictly", records, record -> points(EventReader.strict(record)));
    measure("read", records, record -> points(read(record)));
    exchange(
        "written and read, field by field",
        events,
        FieldByField.events().createSerializer(new SerializerConfigImpl()));
    exchange("written and read", events, new PlayerEventSerializer());

    assertThat(sum).as("what was read, so that none of it is left out").isNotZero();
  }

  private static Arrival read(SourceRecord record) {
    return EventReader.read(record);
  }

  private static long points(Arrival arrival) {
    return arrival.event().points();
  }

  private void exchange(String what, List<PlayerEvent> events, TypeSerializer<PlayerEvent> wire) {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    DataInputDeserializer in = new DataInputDeserializer();
    measure(
        what,
        events,
        event -> {
          try {
            out.clear();
            wire.serialize(event, out);
            in.setBuffer(out.getSharedBuffer(), 0, out.length());
            return wire.deserialize(in).points();
          } catch (IOException impossible) {
            throw new UncheckedIOException("an event could not be written to memory", impossible);
          }
        });
  }

  private <T> void measure(String what, List<T> all, ToLongFunction<T> step) {
    double[] rounds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long from = CPU.getCurrentThreadCpuTime();
      for (int time = 0; time < TIMES; time++) {
        for (T each : all) {
          sum += step.applyAsLong(each);
        }
      }
      long taken = CPU.getCurrentThreadCpuTime() - from;
      rounds[Math.max(round, 0)] = taken / ((double) EVENTS * TIMES);
    }
    Arrays.sort(rounds);
    System.out.printf(
        Locale.ROOT,
        "%-34s %6.0f ns (%.0f to %.0f)%n",
        what,
        rounds[ROUNDS / 2],
        rounds[0],
        rounds[ROUNDS - 1]);
  }

  /** Unlocks of 167 bytes by a million players. */
  private static List<SourceRecord> records() {
    Random random = new Random(1);
    Instant start = Instant.parse("2026-03-01T10:00:00.001Z");
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String player = "p%07d".formatted(random.nextInt(1_000_000));
      Instant occurredAt = start.plusMillis(10L * i);
      String json =
          ("{\"type\":\"unlock\",\"eventId\":\"e%07d\",\"playerId\":\"%s\",\"occurredAt\":\"%s\","
                  + "\"gameId\":\"game-%03d\",\"achievementId\":\"achievement-%03d\",\"points\":%d}")
              .formatted(
                  i,
                  player,
                  occurredAt,
                  random.nextInt(50),
                  random.nextInt(60),
                  100 + random.nextInt(900));
      records.add(
          new SourceRecord(
              "player-events",
              i & 3,
              i,
              occurredAt.plusMillis(20),
              player.getBytes(UTF_8),
              json.getBytes(UTF_8)));
    }
    return records;
  }
}
