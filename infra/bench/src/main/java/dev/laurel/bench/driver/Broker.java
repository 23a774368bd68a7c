package dev.laurel.bench.driver;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.HomeLock;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.kafka.KafkaBroker;
import dev.laurel.local.process.Leftovers;
import dev.laurel.local.process.Supervised;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;

/** The Kafka broker of the benchmark, a process of its own; logs once written stay in its home. */
final class Broker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The contenders leave it little of the cores: it may be silent for seconds. */
  private static final Duration SESSION = Duration.ofSeconds(20);

  private static final int FIRST_OFFSET = 20_000;

  private final Home home;
  private final HomeLock lock;
  private final Ports ports;
  private final Supervised process;

  private Broker(Home home, HomeLock lock, Ports ports, Installation installation) {
    this.home = home;
    this.lock = lock;
    this.ports = ports;
    this.process =
        new Supervised(
            new KafkaBroker(home, ports, installation, SESSION), home, System.err::println);
  }

  /** Starts it on ports that are free, and returns when it answers. */
  static Broker start(Home home, Installation installation)
      throws IOException, InterruptedException {
    HomeLock lock =
        HomeLock.tryTake(home)
            .orElseThrow(
                () -> new IOException("another benchmark runs in %s".formatted(home.folder())));
    home.prepare();
    new Leftovers(home).stop();
    Ports ports =
        IntStream.range(FIRST_OFFSET, FIRST_OFFSET + 1_000)
            .mapToObj(Ports::new)
            .filter(each -> each.taken().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IOException("there are no free ports for a broker"));
    Broker broker = new Broker(home, lock, ports, installation);
    broker.process.start();
    broker.process.awaitAnswer(PATIENCE);
    return broker;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + ports.kafka();
  }

  @Override
  public void close() throws IOException {
    try {
      process.stop(Duration.ofSeconds(20));
      new Leftovers(home).stop();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }
}
