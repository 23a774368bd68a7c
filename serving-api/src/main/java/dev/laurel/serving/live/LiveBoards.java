package dev.laurel.serving.live;

import dev.laurel.serving.board.Boards;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All WebSocket connections. Every second those that are over are forgotten, for the server tells
 * nothing when a client just goes away, and those that take nothing for too long are cut.
 */
public final class LiveBoards implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);

  private final Boards boards;
  private final Watchers watchers;
  private final Admission admission;
  private final Duration slowClientTimeout;
  private final Frames frames = new Frames();
  private final Map<LiveConnection, Sender> senders = new ConcurrentHashMap<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder cut = new LongAdder();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-boards").daemon().factory());

  /**
   * No connections yet.
   *
   * @param watchers the one that the cache tells of changes
   * @param slowClientTimeout how long a client may take nothing
   */
  public LiveBoards(
      Boards boards, Watchers watchers, Admission admission, Duration slowClientTimeout) {
    this.boards = boards;
    this.watchers = watchers;
    this.admission = admission;
    this.slowClientTimeout = slowClientTimeout;
    var unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** Where clients connect. */
  public WsRouting.Builder routing() {
    return WsRouting.builder().endpoint("/ws/v1/scoreboard/live", () -> new LiveConnection(this));
  }

  /** Connections that are open. */
  public int connections() {
    return senders.size();
  }

  /** Text frames sent so far. */
  public long sent() {
    return sent.sum();
  }

  /** Connections cut so far because their client took nothing. */
  public long cut() {
    return cut.sum();
  }

  Boards boards() {
    return boards;
  }

  Watchers watchers() {
    return watchers;
  }

  Admission admission() {
    return admission;
  }

  Frames frames() {
    return frames;
  }

  void open(LiveConnection connection, Outbox outbox, WsSession session) {
    senders.put(connection, new Sender(outbox, session, frames, sent, Thread.currentThread()));
  }

  /** Forgets a connection whose client says goodbye; the server then sends the last word itself. */
  void end(LiveConnection connection) {
    forget(connection)
        .ifPresent(
            sender -> {
              try {
                sender.finish();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Says goodbye to every client. */
  @Override
  public void close() {
    clock.shutdownNow();
    senders.values().forEach(sender -> sender.outbox().close(1001, "The service stops"));
  }

  private void look() {
    senders.forEach(
        (connection, sender) -> {
          if (sender.isStuck(slowClientTimeout)) {
            LOG.info("A client is cut: it took nothing for {}", slowClientTimeout);
            cut.increment();
            sender.cut();
          } else if (sender.isSilent()) {
            sender.cut();
          }
          if (sender.isOver()) {
            sender.cut();
            forget(connection);
          }
        });
  }

  private Optional<Sender> forget(LiveConnection connection) {
    Optional<Sender> sender = Optional.ofNullable(senders.remove(connection));
    sender.ifPresent(known -> watchers.remove(known.outbox()));
    return sender;
  }
}
