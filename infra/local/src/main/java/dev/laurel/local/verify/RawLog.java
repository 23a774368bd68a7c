package dev.laurel.local.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topics player-events and catalog of a cluster. */
final class RawLog implements Verification.Log, PlayerRows.FindAgain, AutoCloseable {
  /** How far this machine's clock may be ahead of the brokers'. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  private final TopicReader events;
  private final TopicReader catalog;
  private final Clock clock;

  private RawLog(TopicReader events, TopicReader catalog, Clock clock) {
    this.events = events;
    this.catalog = catalog;
    this.clock = clock;
  }

  static RawLog open(String bootstrapServers, Clock clock) throws IOException {
    TopicReader events = TopicReader.open(bootstrapServers, "player-events");
    try {
      return new RawLog(events, TopicReader.open(bootstrapServers, "catalog"), clock);
    } catch (IOException failed) {
      events.close();
      throw failed;
    }
  }

  /** The catalog is read behind the end of the events: no change that judges one is missing. */
  @Override
  public void readOn(Reckoning into) throws IOException {
    Map<TopicPartition, Long> ends = events.ends();
    long now = clock.instant().minus(CLOCK_SKEW).toEpochMilli();
    catalog.readTo(catalog.ends(), into::publish);
    into.catalogReadUpTo(now);
    events.readTo(ends, into::take);
  }

  @Override
  public List<String> values(PlayerBook.Scored event) {
    try {
      ConsumerRecord<byte[], byte[]> stored = events.at(event.partition(), event.offset());
      return ScoreEvents.values(Happening.read(stored).orElseThrow(), event.points());
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    }
  }

  @Override
  public void close() {
    events.close();
    catalog.close();
  }
}
