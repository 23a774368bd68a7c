package dev.laurel.serving.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties one connection's outbox, on a virtual thread of its own that blocks when the client does.
 * A quiet client is pinged, which keeps it from idling out and finds out when it is gone.
 *
 * <p>To interrupt a virtual thread that blocks on a socket closes the socket: this is how a
 * connection is cut.
 */
final class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration PING_EVERY = Duration.ofSeconds(20);
  private static final Duration CLOSING_FOR = Duration.ofSeconds(3);

  private final Outbox outbox;
  private final WsSession session;
  private final Frames frames;
  private final LongAdder sent;
  private final Thread reader;
  private final Thread thread;
  private volatile long busySince;

  /**
   * A sender that runs.
   *
   * @param reader the thread on which the server reads this connection; it ends with the connection
   * @param sent counts frames
   */
  Sender(Outbox outbox, WsSession session, Frames frames, LongAdder sent, Thread reader) {
    this.outbox = outbox;
    this.session = session;
    this.frames = frames;
    this.sent = sent;
    this.reader = reader;
    thread =
        Thread.ofVirtual()
            .name("sender " + session.socketContext().childSocketId())
            .start(this::run);
  }

  Outbox outbox() {
    return outbox;
  }

  /** Whether one frame has been under way for longer than this. */
  boolean isStuck(Duration patience) {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > patience.toNanos();
  }

  /** Whether the server reads the connection no more: nothing can come from it any longer. */
  boolean isOver() {
    return !reader.isAlive();
  }

  /** Whether nothing is sent any more, so that the connection is of no use. */
  boolean isSilent() {
    return !thread.isAlive();
  }

  /** Cuts the connection. */
  void cut() {
    thread.interrupt();
    reader.interrupt();
  }

  /**
   * Sends nothing more, not even the rest of a frame: the client has said goodbye. Returns when
   * that is so.
   */
  void finish() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        Outbox.Outgoing next = outbox.take(PING_EVERY).orElse(new Outbox.Outgoing.Quiet());
        busySince = System.nanoTime();
        open = send(next);
        busySince = 0;
      }
      reader.join(CLOSING_FOR);
      reader.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      LOG.debug("A client is gone: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("A connection could not be served on", e);
      reader.interrupt();
    }
  }

  private boolean send(Outbox.Outgoing next) {
    switch (next) {
      case Outbox.Outgoing.Board board -> {
        Slot.Update update = board.update();
        text(frames.update(update.top(), update.limit(), update.id()));
      }
      case Outbox.Outgoing.Text text -> text(text.text());
      case Outbox.Outgoing.Pong pong -> session.pong(pong.payload());
      case Outbox.Outgoing.Quiet quiet -> session.ping(BufferData.create("laurel"));
      case Outbox.Outgoing.Close close -> {
        session.close(close.code(), close.reason());
        return false;
      }
    }
    return true;
  }

  private void text(String text) {
    session.send(text, true);
    sent.increment();
  }
}
