package dev.laurel.local.demo;

import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends made-up traffic, a little every tenth of a second, until it is stopped. */
public final class SendDemo {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final long SEED = 20_261_122L;
  private static final String TOPIC = "player-events";

  private final String bootstrapServers;
  private final DemoTraffic traffic;
  private final DemoRate rate = new DemoRate(SEED);
  private final Clock clock;
  private final Consumer<String> say;
  private volatile boolean stopped;

  public SendDemo(String bootstrapServers, Path catalog, Clock clock, Consumer<String> say)
      throws IOException {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
    this.say = say;
    String run = Long.toString(clock.millis(), Character.MAX_RADIX);
    this.traffic = new DemoTraffic(DemoWorld.of(catalog, SEED), clock.millis(), run);
  }

  /** Begins to send. */
  public void start() {
    Thread.ofVirtual().name("demo").start(this::send);
  }

  /** Ends it. */
  public void stop() {
    stopped = true;
  }

  private void send() {
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      double due = 0;
      while (!stopped) {
        Instant now = clock.instant();
        due += rate.at(now) * TICK.toMillis() / 1000;
        for (; due >= 1; due--) {
          send(sender, now);
        }
        TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
      }
    } catch (IOException failed) {
      say.accept("The demo traffic ends: " + failed.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(RecordSender sender, Instant now) throws IOException {
    for (DemoTraffic.DemoEvent event : traffic.next(now)) {
      // The returned future is the sender's: it fails at the next record or the flush.
      var unused =
          sender.send(
              TOPIC,
              Optional.of(event.playerId().getBytes(StandardCharsets.UTF_8)),
              event.json().getBytes(StandardCharsets.UTF_8));
    }
  }
}
