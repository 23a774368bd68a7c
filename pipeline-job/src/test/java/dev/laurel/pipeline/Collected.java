package dev.laurel.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** An outlet in memory: what reached it stays there, also when the job is started again. */
record Collected<T>(String name) implements Sink<T> {
  private static final Map<String, List<Object>> ALL = new ConcurrentHashMap<>();

  /** An outlet that holds nothing yet. */
  static <T> Collected<T> empty(String name) {
    ALL.put(name, new CopyOnWriteArrayList<>());
    return new Collected<>(name);
  }

  Consumer<DataStream<T>> outlet() {
    return stream -> stream.sinkTo(this).name(name).uid(name);
  }

  @SuppressWarnings("unchecked") // only this outlet's stream puts something there
  List<T> all() {
    return (List<T>) ALL.get(name);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    List<Object> here = ALL.get(name);
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context context) {
        here.add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
