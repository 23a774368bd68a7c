package dev.laurel.bench.input;

import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A log that comes while it is read: a first part at once, the rest at a pace.
 *
 * @param atOnce records that are sent as fast as can be
 * @param perSecond records a second afterwards
 */
public record PacedLog(
    String bootstrapServers, String topic, Input input, long atOnce, long perSecond) {

  private static final long TICK_MILLIS = 5;

  /** Records that it will have in the end. */
  public long records() {
    return Messages.count(input);
  }

  /**
   * Sends it all.
   *
   * @return when the pace began, in milliseconds of the epoch
   */
  public long send() throws IOException, InterruptedException {
    Messages messages = new Messages(input);
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      boolean more = send(sender, messages, atOnce);
      sender.flush();
      long began = System.currentTimeMillis();
      long from = System.nanoTime();
      long sent = 0;
      while (more) {
        long due = (long) ((System.nanoTime() - from) / 1e9 * perSecond);
        more = send(sender, messages, due - sent);
        sent = due;
        TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
      }
      sender.flush();
      return began;
    }
  }

  /** Sends the next records; whether there may be more. */
  private boolean send(RecordSender sender, Messages messages, long count) throws IOException {
    for (long i = 0; i < count; i++) {
      if (!messages.advance()) {
        return false;
      }
      WriteLog.send(sender, topic, messages.player(), messages.json());
    }
    return true;
  }
}
