package dev.laurel.serving.board;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic rank-changes into the cache, for as long as the service runs.
 *
 * <p>It belongs to no group and commits nothing: it takes all partitions and begins some minutes
 * back, before the tables are loaded, so that no change between both is missed; what is older than
 * the tables is dropped by its version. It waits for a topic that is not there yet, and begins anew
 * when its client fails for good. Every few seconds it asks the broker for the end of the topic: an
 * answer is what makes it connected, and the distance is its lag.
 */
public final class RankChangeFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RankChangeFeed.class);
  private static final Duration REWIND = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration ASK_EVERY = Duration.ofSeconds(2);
  private static final Duration RETRY_EVERY = Duration.ofSeconds(1);

  private final Properties properties;
  private final String topic;
  private final BoardCache cache;
  private final Clock clock;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch positioned = new CountDownLatch(1);
  private final FeedProgress progress;

  /**
   * A feed that does not run yet.
   *
   * @param clientProperties of the Kafka consumer, passed through
   */
  public RankChangeFeed(Properties clientProperties, String topic, BoardCache cache, Clock clock) {
    this.topic = topic;
    this.cache = cache;
    this.clock = clock;
    progress = new FeedProgress(clock);
    properties = new Properties();
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "250");
    properties.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "30000");
    properties.putAll(clientProperties);
    thread = Thread.ofPlatform().name("rank-changes").daemon().unstarted(this::run);
  }

  /** Begins to read, on a thread of its own. */
  public void start() {
    thread.start();
  }

  /**
   * Waits until the feed stands where it begins to read, at most so long; tables read after that
   * miss nothing.
   *
   * @return whether it does
   */
  public boolean awaitPosition(Duration patience) throws InterruptedException {
    return positioned.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How far it is, and whether it still goes on. */
  public FeedProgress progress() {
    return progress;
  }

  /** Stops reading. */
  @Override
  public void close() throws InterruptedException {
    closed.countDown();
    if (thread.isAlive()) {
      thread.join(PATIENCE);
    }
  }

  private void run() {
    while (isOpen()) {
      try (var consumer =
          new KafkaConsumer<>(
              properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        read(consumer);
      } catch (InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("The feed of {} begins anew: {}", topic, e.getMessage());
        pause();
      }
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    Rewind.back(consumer, partitions, clock.instant().minus(REWIND), PATIENCE);
    progress.begins();
    positioned.countDown();
    Instant askAt = clock.instant();
    while (isOpen()) {
      consumer.poll(Duration.ofMillis(200)).forEach(this::take);
      if (!clock.instant().isBefore(askAt)) {
        ask(consumer, partitions);
        askAt = clock.instant().plus(ASK_EVERY);
      }
    }
  }

  /** The topic's partitions; waits for a topic that is not there yet. */
  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
    while (found.isEmpty() && isOpen()) {
      LOG.info("The topic {} is not there yet", topic);
      pause();
      found = consumer.partitionsFor(topic, PATIENCE);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private void take(ConsumerRecord<byte[], byte[]> message) {
    try {
      RankChange change = ReadRankChange.read(message.value());
      cache.offer(change);
      progress.took(change);
    } catch (IOException | RuntimeException e) {
      progress.passedOver();
      LOG.error(
          "The record at {}-{} offset {} is passed over: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          e.getMessage());
    }
  }

  private void ask(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      progress.hears(
          partitions.stream()
              .mapToLong(
                  partition ->
                      Math.max(0, ends.get(partition) - consumer.position(partition, PATIENCE)))
              .sum());
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.warn("The broker of {} does not answer: {}", topic, e.getMessage());
    }
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  private void pause() {
    try {
      if (closed.await(RETRY_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("The feed of {} ends", topic);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
