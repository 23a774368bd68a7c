package dev.laurel.bench.stack;

import dev.laurel.bench.input.Unlock;
import dev.laurel.bench.input.Wire;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends an event and waits for its row of the day: of a player that nobody else is, and of the one
 * who has done the most, whose row many events change.
 */
final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MILLIS = 20;

  /** The first by Zipf's law. */
  private static final int BUSIEST = 0;

  private final RecordSender sender;
  private final Connection connection;
  private long played;

  Probe(RunningStack stack) throws SQLException {
    sender = new RecordSender(stack.addresses().bootstrapServers());
    connection = stack.connect();
  }

  /**
   * How old the event of a new player was when its row was there.
   *
   * @param player a number that no other event has
   * @param occurredAt when it is said to have happened
   * @return milliseconds since it was sent; a minute if that was not enough
   */
  long ageMillis(int player, Instant occurredAt)
      throws IOException, SQLException, InterruptedException {
    Unlock unlock = new Unlock(player, player, 0, 0, 1, occurredAt.toEpochMilli());
    return ageMillis(player, Wire.json(unlock), "sum(unlocks)", 1);
  }

  /** The same of the busiest player, of whom nothing else says that they played. */
  long busiestAgeMillis(Instant occurredAt) throws IOException, SQLException, InterruptedException {
    played++;
    byte[] second = Wire.playtime("probe-" + played, BUSIEST, 0, occurredAt);
    return ageMillis(BUSIEST, second, "sum(playtime_seconds)", played);
  }

  /** Until the player's days sum up to that. */
  private long ageMillis(int player, byte[] json, String sum, long expected)
      throws IOException, SQLException, InterruptedException {
    byte[] key = Wire.player(player).getBytes(StandardCharsets.UTF_8);
    long sent = System.nanoTime();
    var unused = sender.send(Sustained.LOG, Optional.of(key), json);
    sender.flush();
    try (var statement =
        connection.prepareStatement(
            "select %s >= %d from laurel.player_daily_stats where player_id = ?"
                .formatted(sum, expected))) {
      statement.setString(1, Wire.player(player));
      while (System.nanoTime() - sent < PATIENCE.toNanos()) {
        try (var row = statement.executeQuery()) {
          if (row.next() && row.getBoolean(1)) {
            return (System.nanoTime() - sent) / 1_000_000;
          }
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    }
    return PATIENCE.toMillis();
  }

  @Override
  public void close() throws SQLException {
    sender.close();
    connection.close();
  }
}
