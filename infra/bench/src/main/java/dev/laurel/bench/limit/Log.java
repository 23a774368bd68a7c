package dev.laurel.bench.limit;

import dev.laurel.bench.contender.Counters;
import dev.laurel.bench.contender.Task;
import java.io.IOException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The log of events from its beginning to where it ends now. */
final class Log {

  private Log() {}

  /** Values as they are. */
  static DataStream<byte[]> bytes(StreamExecutionEnvironment env, Task task) {
    return read(env, task, new Bytes());
  }

  /** Values decoded where they are read. */
  static DataStream<Unlocked> unlocks(StreamExecutionEnvironment env, Task task) {
    return read(env, task, new Decoded());
  }

  private static <T> DataStream<T> read(
      StreamExecutionEnvironment env, Task task, KafkaRecordDeserializationSchema<T> reader) {
    KafkaSource<T> source =
        KafkaSource.<T>builder()
            .setBootstrapServers(task.bootstrapServers())
            .setTopics(task.eventsTopic())
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setBounded(OffsetsInitializer.latest())
            .setDeserializer(reader)
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), Counters.EVENTS)
        .uid("player-events");
  }

  private static final class Bytes implements KafkaRecordDeserializationSchema<byte[]> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
      out.collect(record.value());
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return TypeInformation.of(byte[].class);
    }
  }

  private static final class Decoded implements KafkaRecordDeserializationSchema<Unlocked> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Unlocked> out)
        throws IOException {
      out.collect(Unlocked.read(record.value()));
    }

    @Override
    public TypeInformation<Unlocked> getProducedType() {
      return TypeInformation.of(Unlocked.class);
    }
  }
}
