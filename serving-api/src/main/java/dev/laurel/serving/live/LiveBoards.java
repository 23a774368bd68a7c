package dev.laurel.serving.live;

import dev.laurel.serving.board.Boards;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsSession;
import java.time.Clock;
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
 * All WebSocket connections. Every second subscriptions whose period has ended go on to the next
 * one, connections that are over are forgotten, for the server tells nothing when a client just
 * goes away, and those that take nothing for too long are cut.
 */
public final class LiveBoards implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);

  private final Boards boards;
  private final Watchers watchers;
  private final Admission admission;
  private final Duration slowClientTimeout;
  private final Clock clock;
  private final Frames frames = new Frames();
  private final Map<LiveConnection, Sender> senders = new ConcurrentHashMap<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder cut = new LongAdder();
  private final ScheduledExecutorService everySecond =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-boards").daemon().factory());

  /**
   * No connections yet.
   *
   * @param watchers the one that the cache tells of changes
   * @param slowClientTimeout how long a client may take nothing
   * @param clock tells which period it is
   */
  public LiveBoards(
      Boards boards,
      Watchers watchers,
      Admission admission,
      Duration slowClientTimeout,
      Clock clock) {
    this.boards = boards;
    this.watchers = watchers;
    this.admission = admission;
    this.slowClientTimeout = slowClientTimeout;
    this.clock = clock;
    var unused = everySecond.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
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

  Subscriptions subscriptions(Outbox outbox) {
    return new Subscriptions(outbox, watchers, boards, clock);
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
    everySecond.shutdownNow();
    senders.values().forEach(sender -> sender.outbox().close(1001, "The service stops"));
  }

  private void look() {
    frames.forget(clock.instant());
    senders.forEach(
        (connection, sender) -> {
          connection.subscriptions().turn();
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
    sender.ifPresent(known -> connection.subscriptions().end());
    return sender;
  }
}
