package dev.laurel.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Readers page, walk and ask for ranks, neighbours and friends while 2,000 events a second move a
 * board of six thousand: whatever they are told has to be the board as it was at the version that
 * the answer names. Of the tables every transaction is kept by a trigger beside their own, of the
 * tops every message is read.
 */
@ExtendWith(RunningStack.class)
class MovingBoardIT {
  private static final String GAME = "moving";
  private static final String BOARD = "/api/v1/leaderboards/" + GAME;
  private static final int PLAYERS = 6_000;
  private static final int EVENTS_A_SECOND = 2_000;
  private static final Duration MOVES_FOR = Duration.ofSeconds(25);
  private static final int READERS = 3;
  private static final long SEED = Long.getLong("laurel.seed", 20261123);

  private static final String KEEP_MOVES =
      """
      create table public.moves (version bigint, player_id text, score bigint, reached_at timestamptz);
      create function public.keep_moves() returns trigger language plpgsql security definer as $$
      begin
        insert into public.moves
        select named.version, player_id, score, reached_at from new_rows
        cross join (select version from laurel.standings_versions where table_name = 'player_scores') as named
        where game_id = 'moving';
        return null;
      end $$;
      create trigger keep_inserted after insert on laurel.player_scores
        referencing new table as new_rows for each statement execute function public.keep_moves();
      create trigger keep_updated after update on laurel.player_scores
        referencing new table as new_rows for each statement execute function public.keep_moves();
      """;

  private static final String FORGET_MOVES =
      """
      drop trigger keep_inserted on laurel.player_scores;
      drop trigger keep_updated on laurel.player_scores;
      drop function public.keep_moves();
      drop table public.moves;
      """;

  private final List<String> topMessages = new ArrayList<>();

  @Test
  void whateverReadersAreToldIsTheBoardOfTheVersionThatIsNamed(Stack stack) throws Exception {
    stack.loadCatalog(
        "{\"kind\":\"game\",\"gameId\":\"moving\",\"name\":\"Moving\"}",
        "{\"kind\":\"action\",\"actionType\":\"MOVING_RESULT\",\"minPoints\":-100,\"maxPoints\":100}");
    Database database = Database.of(stack);
    execute(database, KEEP_MOVES);
    List<BoardAnswer> answers = readWhileItMoves(stack);
    BoardsByVersion tables = movesOfTables(database);
    execute(database, FORGET_MOVES);
    readTops(stack);

    TopsByVersion tops = new TopsByVersion(topMessages);
    Map<Boolean, List<BoardAnswer>> areOfTops =
        answers.stream().collect(Collectors.partitioningBy(tops::haveGiven));
    System.out.printf(
        "%d answers from tables and %d from tops while %d events a second came%n",
        areOfTops.get(false).size(), areOfTops.get(true).size(), EVENTS_A_SECOND);
    assertThat(areOfTops.get(false)).hasSizeGreaterThan(100);
    assertThat(areOfTops.get(true)).hasSizeGreaterThan(100);
    assertThat(tables.faults(areOfTops.get(false)))
        .as("neither a top as it was told nor the board of the tables")
        .isEmpty();
    assertThat(tables.moves().keySet()).as("versions that moved the board").hasSizeGreaterThan(20);
  }

  private static List<BoardAnswer> readWhileItMoves(Stack stack) throws Exception {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(READERS + 1);
    try (Events events = new Events(stack.bootstrapServers())) {
      Random chance = new Random(SEED);
      IntStream.range(0, PLAYERS).forEach(player -> send(events, player, chance.nextInt(101)));
      events.flush();
      BoardClient boards = new BoardClient(stack.api());
      await("everyone is on the board")
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  boards.get(BOARD + "?offset=5000&limit=1").at("/data/pagination/total").asInt()
                      == PLAYERS);
      var unused =
          threads.scheduleAtFixedRate(
              () ->
                  IntStream.range(0, EVENTS_A_SECOND / 20)
                      .forEach(i -> send(events, chance.nextInt(PLAYERS), chance.nextInt(60) - 20)),
              0,
              50,
              TimeUnit.MILLISECONDS);
      Instant end = Instant.now().plus(MOVES_FOR);
      List<Future<List<BoardAnswer>>> readers =
          IntStream.range(0, READERS)
              .mapToObj(
                  reader -> threads.submit(() -> read(boards, new Random(SEED + reader), end)))
              .toList();
      List<BoardAnswer> answers = new ArrayList<>();
      for (Future<List<BoardAnswer>> reader : readers) {
        answers.addAll(reader.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static List<BoardAnswer> read(BoardClient boards, Random chance, Instant end) {
    List<BoardAnswer> answers = new ArrayList<>();
    String cursor = "";
    while (Instant.now().isBefore(end)) {
      List<String> paths =
          new ArrayList<>(
              List.of(
                  BOARD + "?limit=100&offset=" + chance.nextInt(PLAYERS),
                  BOARD + "?limit=" + (1 + chance.nextInt(50)),
                  BOARD + "/players/" + player(chance.nextInt(PLAYERS)) + "?around=10",
                  BOARD
                      + "/friends?players="
                      + IntStream.range(0, 20)
                          .mapToObj(i -> player(chance.nextInt(PLAYERS)))
                          .distinct()
                          .collect(Collectors.joining(","))));
      paths.add(BOARD + "?limit=80" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      for (String path : paths) {
        JsonNode data = boards.get(path).path("data");
        assertThat(data.isObject()).as(path).isTrue();
        answers.add(new BoardAnswer(path, data));
        cursor = path.contains("limit=80") ? data.at("/pagination/cursor").asText() : cursor;
      }
      String first = answers.get(answers.size() - 4).data().at("/leaderboard/0/userId").asText();
      String path = BOARD + "/players/" + first + "?around=3";
      answers.add(new BoardAnswer(path, boards.get(path).path("data")));
    }
    return answers;
  }

  private static BoardsByVersion movesOfTables(Database of) throws SQLException {
    BoardsByVersion boards = new BoardsByVersion();
    try (Connection database = of.connect();
        var statement = database.createStatement();
        ResultSet row = statement.executeQuery("select * from public.moves order by version")) {
      while (row.next()) {
        boards.move(
            row.getLong("version"),
            new BoardsByVersion.Line(
                row.getString("player_id"),
                row.getLong("score"),
                row.getObject("reached_at", OffsetDateTime.class).toInstant()));
      }
    }
    return boards;
  }

  private void readTops(Stack stack) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "group.id",
                "moving-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("rank-changes"));
      int polled = 0;
      for (int silent = 0; silent < 3 || polled == 0; silent++) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          polled++;
          silent = 0;
          if (record.key().equals("game/moving/*/all-time/1970-01-01")) {
            topMessages.add(record.value());
          }
        }
      }
    }
  }

  private static void send(Events events, int player, int points) {
    String id = UUID.randomUUID().toString();
    var unused =
        events.send(
            "player-events",
            player(player),
            """
            {"type":"action","eventId":"%1$s","requestId":"%1$s","actionId":"%1$s","playerId":"%2$s","gameId":"%3$s",\
            "actionType":"MOVING_RESULT","points":%4$d,"occurredAt":"%5$s"}"""
                .formatted(
                    id,
                    player(player),
                    GAME,
                    points,
                    Instant.ofEpochSecond(1_793_491_200L + id.hashCode() % 3_600)));
  }

  private static String player(int number) {
    return "moving-%04d".formatted(number);
  }

  private static void execute(Database of, String sql) throws SQLException {
    try (Connection database = of.connect();
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
