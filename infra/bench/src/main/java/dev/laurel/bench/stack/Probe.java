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

/** Sends one event of a player that nobody else is, and waits for its row of the day. */
final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_EVERY_MILLIS = 20;

  private final RecordSender sender;
  private final Connection connection;

  Probe(RunningStack stack) throws SQLException {
    sender = new RecordSender(stack.addresses().bootstrapServers());
    connection = stack.connect();
  }

  /**
   * How old the event was when its row was there.
   *
   * @param player a number that no other event has
   * @param occurredAt when it is said to have happened
   * @return milliseconds since it was sent; a minute if that was not enough
   */
  long ageMillis(int player, Instant occurredAt)
      throws IOException, SQLException, InterruptedException {
    Unlock unlock = new Unlock(player, player, 0, 0, 1, occurredAt.toEpochMilli());
    long sent = System.nanoTime();
    var unused =
        sender.send(
            Sustained.LOG,
            Optional.of(Wire.player(player).getBytes(StandardCharsets.UTF_8)),
            Wire.json(unlock));
    sender.flush();
    try (var statement =
        connection.prepareStatement("select from laurel.player_daily_stats where player_id = ?")) {
      statement.setString(1, Wire.player(player));
      while (System.nanoTime() - sent < PATIENCE.toNanos()) {
        try (var row = statement.executeQuery()) {
          if (row.next()) {
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
