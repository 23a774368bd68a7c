package dev.laurel.pipeline.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks where the catalog ends, every so often, in a thread of its own: an answer may take long,
 * and nobody waits for it.
 */
final class WatchCatalogEnd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchCatalogEnd.class);

  /**
   * Where the catalog ended.
   *
   * @param at a time at which it ended there or earlier
   */
  record Seen(long endOffset, Instant at) {}

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "catalog-end"));
  private final CatalogEnd.Connection connection;
  private volatile Seen latest;

  private WatchCatalogEnd(CatalogEnd.Connection connection) {
    this.connection = connection;
  }

  static WatchCatalogEnd start(CatalogEnd end, Duration every) {
    WatchCatalogEnd watch = new WatchCatalogEnd(end.open());
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  Optional<Seen> latest() {
    return Optional.ofNullable(latest);
  }

  private void look() {
    Instant at = Instant.now();
    try {
      latest = new Seen(connection.endOffset(), at);
    } catch (Exception away) {
      LOG.warn("The end of the catalog cannot be told now, it is asked again", away);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    connection.close();
  }
}
