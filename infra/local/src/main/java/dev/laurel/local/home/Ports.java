package dev.laurel.local.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports of a stack, every one of them {@code offset} above the usual one. */
public record Ports(int offset) {

  /** The greatest offset that leaves every port below 65,536. */
  public static final int GREATEST_OFFSET = 36_000;

  public int api() {
    return 8080 + offset;
  }

  public int flink() {
    return 8081 + offset;
  }

  public int kafka() {
    return 9092 + offset;
  }

  public int postgres() {
    return 5433 + offset;
  }

  /** Where Kafka's controller listens: for the broker only. */
  public int kafkaController() {
    return 29_092 + offset;
  }

  /** Where the JobManager listens for the TaskManager. */
  public int jobManager() {
    return 26_123 + offset;
  }

  /** Prometheus metrics of the JobManager. */
  public int jobManagerMetrics() {
    return 29_249 + offset;
  }

  /** Prometheus metrics of the TaskManager. */
  public int taskManagerMetrics() {
    return 29_349 + offset;
  }

  /**
   * A sentence for each port that another process listens on; none if the stack can have them all.
   */
  public List<String> taken() {
    List<String> taken = new ArrayList<>();
    wanted()
        .forEach(
            (use, port) -> {
              if (!isFree(port)) {
                taken.add(
                    "Port %d is taken by another process, and %s needs it: stop that process, or start with --port-offset N."
                        .formatted(port, use));
              }
            });
    return taken;
  }

  private Map<String, Integer> wanted() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("the serving API", api());
    wanted.put("Flink (REST)", flink());
    wanted.put("Kafka", kafka());
    wanted.put("PostgreSQL", postgres());
    wanted.put("Kafka (controller)", kafkaController());
    wanted.put("Flink (JobManager)", jobManager());
    wanted.put("Flink (JobManager metrics)", jobManagerMetrics());
    wanted.put("Flink (TaskManager metrics)", taskManagerMetrics());
    return wanted;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
