package dev.laurel.bench.stack;

import dev.laurel.bench.input.Unlock;
import dev.laurel.bench.input.Wire;
import dev.laurel.bench.report.Table;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What the API takes to answer about players with a long history: 2,000 unlocks in 50 games over
 * two years up to now, one request after the other.
 */
record Answers(RunningStack stack, Consumer<String> say) {
  private static final int VETERANS = 200;
  private static final int FIRST_VETERAN = 9_000_000;
  private static final int GAMES = 50;
  private static final int UNLOCKS = 2_000;
  private static final Duration HISTORY = Duration.ofDays(730);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Entries of a page unless told. */
  private static final int PAGE = 50;

  private static final int WARM_UP = 300;
  private static final int REQUESTS = 2_000;

  /** Makes the players and asks. */
  String run() throws IOException, InterruptedException, SQLException {
    send();
    awaitRows();
    Table table = new Table("answer, ms", "p50", "p95", "p99", "bar of p95", "");
    add(
        table,
        "dashboard of 400 days",
        20,
        "/players/%s/dashboard?timeframe=400d&limit=400"::formatted);
    add(table, "page of 50 achievements", 10, this::achievements);
    add(table, "days of the statistics", 0, "/players/%s/statistics?granularity=daily"::formatted);
    return table.toString();
  }

  private void send() throws IOException {
    say.accept("sending the history of %d players".formatted(VETERANS));
    Instant now = Instant.now();
    try (RecordSender sender = new RecordSender(stack.addresses().bootstrapServers())) {
      for (int unlock = 0; unlock < UNLOCKS; unlock++) {
        Duration ago = HISTORY.multipliedBy(UNLOCKS - 1L - unlock).dividedBy(UNLOCKS);
        for (int veteran = FIRST_VETERAN; veteran < FIRST_VETERAN + VETERANS; veteran++) {
          byte[] json =
              Wire.json(
                  new Unlock(
                      unlock,
                      veteran,
                      unlock % GAMES,
                      unlock / GAMES,
                      1 + unlock,
                      now.minus(ago).toEpochMilli()));
          byte[] key = Wire.player(veteran).getBytes(StandardCharsets.UTF_8);
          var unused = sender.send(Sustained.LOG, Optional.of(key), json);
        }
      }
      sender.flush();
    }
  }

  private void awaitRows() throws SQLException, InterruptedException, IOException {
    Instant latest = Instant.now().plus(PATIENCE);
    String there =
        "select coalesce(sum(unlocks), 0) from laurel.player_monthly_stats where player_id >= '%s'"
            .formatted(Wire.player(FIRST_VETERAN));
    try (Connection connection = stack.connect()) {
      while (RunningStack.number(connection, there) < (long) VETERANS * UNLOCKS) {
        if (Instant.now().isAfter(latest)) {
          throw new IOException("the rows of the players did not come within " + PATIENCE);
        }
        TimeUnit.SECONDS.sleep(1);
      }
      try (var statement = connection.createStatement()) {
        statement.execute("vacuum analyze");
      }
    }
  }

  private String achievements(String player) {
    int page = 1 + Math.floorMod(player.hashCode(), UNLOCKS / PAGE);
    return "/players/%s/achievements?page=%d".formatted(player, page);
  }

  private void add(Table table, String name, double bar, Path path)
      throws IOException, InterruptedException {
    SplittableRandom dice = new SplittableRandom(7);
    double[] millis = new double[REQUESTS];
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int request = -WARM_UP; request < REQUESTS; request++) {
        String player = Wire.player(FIRST_VETERAN + dice.nextInt(VETERANS));
        double taken = millis(client, path.of(player));
        if (request >= 0) {
          millis[request] = taken;
        }
      }
    }
    Arrays.sort(millis);
    double p95 = millis[REQUESTS * 95 / 100];
    table.add(
        name,
        number(millis[REQUESTS / 2]),
        number(p95),
        number(millis[REQUESTS * 99 / 100]),
        bar == 0 ? "" : "≤ " + number(bar),
        bar == 0 ? "" : p95 <= bar ? "bar" : "MISSED");
  }

  private interface Path {
    String of(String player);
  }

  private double millis(HttpClient client, String path) throws IOException, InterruptedException {
    URI uri = URI.create(stack.addresses().api() + "/api/v1" + path);
    long start = System.nanoTime();
    var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    double taken = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s is answered with %d: %s"
              .formatted(
                  uri, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return taken;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
