package dev.laurel.serving.live;

import dev.laurel.serving.database.DatabaseUnavailableException;
import dev.laurel.serving.web.ErrorCode;
import dev.laurel.serving.web.RefusedException;
import dev.laurel.serving.web.RequestId;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's WebSocket, from its upgrade to its end.
 *
 * <p>The server reads frames and calls this; nothing is ever sent from such a call, for the
 * server's session is not made for two senders and blocks on a slow client. Everything goes into
 * the outbox, which {@link Sender} empties. The server neither joins fragments nor checks UTF-8 nor
 * answers pings, so it is done here; text that is not UTF-8 shows as the replacement character,
 * which no message of this protocol has. Nothing may be thrown: the server would send the
 * exception's text to the client.
 */
final class LiveConnection implements WsListener {

  private static final Logger LOG = LoggerFactory.getLogger(LiveConnection.class);
  private static final int LONGEST_MESSAGE = 65_536;
  private static final int LONGEST_CONTROL = 125;

  private final LiveBoards live;
  private final Outbox outbox = new Outbox();
  private final Subscriptions subscriptions;
  private final StringBuilder fragments = new StringBuilder();

  LiveConnection(LiveBoards live) {
    this.live = live;
    this.subscriptions = live.subscriptions(outbox);
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
    live.admission().check(prologue, headers);
    return Optional.of(WritableHeaders.create().set(RequestId.HEADER, RequestId.of(headers)));
  }

  @Override
  public void onOpen(WsSession session) {
    live.open(this, outbox, session);
  }

  @Override
  public void onMessage(WsSession session, String text, boolean last) {
    if (fragments.length() + text.length() > LONGEST_MESSAGE) {
      outbox.close(1009, "A message is over 64 KiB");
      return;
    }
    fragments.append(text);
    if (last) {
      String message = fragments.toString();
      fragments.setLength(0);
      if (message.indexOf('\uFFFD') >= 0) {
        outbox.close(1007, "A message is not UTF-8");
      } else {
        take(message);
      }
    }
  }

  @Override
  public void onMessage(WsSession session, BufferData buffer, boolean last) {
    outbox.close(1003, "Messages are text");
  }

  @Override
  public void onPing(WsSession session, BufferData buffer) {
    if (buffer.available() > LONGEST_CONTROL) {
      outbox.close(1002, "A ping is over 125 bytes");
    } else {
      outbox.answer(new Outbox.Outgoing.Pong(buffer));
    }
  }

  @Override
  public void onClose(WsSession session, int status, String reason) {
    live.end(this);
  }

  @Override
  public void onError(WsSession session, Throwable fault) {
    LOG.error("A connection failed", fault);
    live.end(this);
  }

  private void take(String text) {
    Optional<String> id = Optional.empty();
    try {
      ReadClientMessage message = ReadClientMessage.of(text);
      id = message.id();
      act(message.read(), id);
    } catch (RefusedException e) {
      refuse(e, id);
    } catch (DatabaseUnavailableException e) {
      refuse(
          new RefusedException(ErrorCode.DATABASE_UNAVAILABLE, "The database does not answer now"),
          id);
    } catch (RuntimeException e) {
      LOG.error("A message could not be answered", e);
      refuse(new RefusedException(ErrorCode.SYSTEM_ERROR, "The service failed to answer"), id);
    }
  }

  private void act(ClientMessage message, Optional<String> id) {
    switch (message) {
      case ClientMessage.Subscribe wish -> subscriptions.subscribe(wish.series(), wish.limit(), id);
      case ClientMessage.Unsubscribe wish -> subscriptions.unsubscribe(wish.series());
      case ClientMessage.Ping ping ->
          outbox.answer(new Outbox.Outgoing.Text(live.frames().pong(id)));
    }
  }

  private void refuse(RefusedException refusal, Optional<String> id) {
    outbox.answer(new Outbox.Outgoing.Text(live.frames().error(refusal, id)));
  }
}
