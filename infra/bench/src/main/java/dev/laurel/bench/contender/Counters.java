package dev.laurel.bench.contender;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Flink's own counters of this process, read where they are: a reporter that reports nothing. Those
 * of a job that has ended keep their last value.
 */
public final class Counters implements MetricReporter, MetricReporterFactory {

  /** The name of the source that reads the events, in every contender. */
  public static final String EVENTS = "player events";

  private record Count(String operator, String name, Counter counter) {}

  private record Busy(String task, int subtask, Gauge<?> millis) {}

  private static final List<Count> COUNTS = new CopyOnWriteArrayList<>();
  private static final List<Busy> BUSY = new CopyOnWriteArrayList<>();

  /** Records that the sources of events have given. */
  static long read() {
    return COUNTS.stream()
        .filter(each -> each.name.equals("numRecordsOut") && isEvents(each.operator))
        .mapToLong(each -> each.counter.getCount())
        .sum();
  }

  /** Records that all operators have taken and given. */
  static long moved() {
    return COUNTS.stream().mapToLong(each -> each.counter.getCount()).sum();
  }

  /** Records by the operator that took them. */
  static Map<String, Long> taken() {
    Map<String, Long> taken = new TreeMap<>();
    for (Count each : COUNTS) {
      if (each.name.equals("numRecordsIn")) {
        taken.merge(each.operator, each.counter.getCount(), Long::sum);
      }
    }
    return taken;
  }

  /** Milliseconds that each subtask of a task was busy, by the task's name. */
  static Map<String, List<Double>> busyMillis() {
    Map<String, List<Double>> busy = new LinkedHashMap<>();
    for (Busy each : BUSY) {
      if (each.millis.getValue() instanceof Number millis) {
        busy.computeIfAbsent(each.task, task -> new ArrayList<>()).add(millis.doubleValue());
      }
    }
    return busy;
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    Map<String, String> scope = group.getAllVariables();
    if (metric instanceof Counter counter && scope.containsKey("<operator_name>")) {
      if (name.equals("numRecordsIn") || name.equals("numRecordsOut")) {
        COUNTS.add(new Count(scope.get("<operator_name>"), name, counter));
      }
    } else if (metric instanceof Gauge<?> gauge && name.equals("accumulateBusyTimeMs")) {
      BUSY.add(
          new Busy(
              scope.get("<task_name>"), Integer.parseInt(scope.get("<subtask_index>")), gauge));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  private static boolean isEvents(String operator) {
    return operator.contains(EVENTS);
  }
}
