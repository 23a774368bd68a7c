package dev.laurel.serving.board;

import dev.laurel.schema.LaurelDatabase;
import dev.laurel.serving.MovableClock;
import dev.laurel.serving.database.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random deeds over six weeks, as rows by day and by month, against plain sums and sorting. */
class PeriodPlacesTest {

  private static final long SEED = Long.getLong("laurel.seed", 20261123);
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-19");
  private static final int DAYS = 42;
  private static final int PLAYERS = 150;
  private static final Clock CLOCK = new MovableClock("2026-03-01T12:00:00Z");
  private static final String UNNAMED = "";

  private static LaurelDatabase server;

  private final Random chance = new Random(SEED);
  private final List<Deed> deeds = new ArrayList<>();
  private final Map<String, TreeMap<LocalDate, String>> regions = new HashMap<>();
  private final Set<String> excluded = Set.of(player(3), player(77), player(120));

  private record Deed(String playerId, String gameId, Instant at, long points) {
    LocalDate day() {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
  }

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = LaurelDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void areThoseOfAPlainSort() throws SQLException {
    make();
    try (Connection owner = server.connect("postgres");
        Statement statement = owner.createStatement()) {
      for (String sql : rows()) {
        statement.execute(sql);
      }
    }
    try (Database database =
        new Database(server.url(), "laurel_api", "", 1, Database.Planning.EACH, new Properties())) {
      PlacesOfBoards places = new PlacesOfBoards(new PeriodPlaces(database, CLOCK), chance);
      for (Period period : List.of(Period.DAILY, Period.WEEKLY, Period.MONTHLY)) {
        for (String game : List.of("global", "go", "nothing")) {
          for (String region : List.of("*", "DE", "XX")) {
            LocalDate day = FIRST_DAY.plusDays(chance.nextInt(DAYS));
            BoardKey board = new BoardSeries(game, region, period).on(day);
            places.hold(board, oracle(board));
          }
        }
      }
    }
  }

  private RankOracle oracle(BoardKey board) {
    Map<String, List<Deed>> byPlayer =
        deeds.stream()
            .filter(
                deed -> !deed.at().isBefore(board.startsAt()) && deed.at().isBefore(board.endsAt()))
            .filter(deed -> board.isGlobal() || deed.gameId().equals(board.gameId()))
            .filter(deed -> !excluded.contains(deed.playerId()))
            .filter(deed -> board.isOfEveryone() || board.region().equals(region(deed, board)))
            .collect(Collectors.groupingBy(Deed::playerId));
    return new RankOracle(
        byPlayer.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList());
  }

  private String region(Deed deed, BoardKey board) {
    LocalDate end = LocalDate.ofInstant(board.endsAt(), ZoneOffset.UTC);
    var told = regions.getOrDefault(deed.playerId(), new TreeMap<>()).lowerEntry(end);
    return told == null ? UNNAMED : told.getValue();
  }

  private static RankOracle.Line line(String playerId, List<Deed> own) {
    long score = own.stream().mapToLong(Deed::points).sum();
    Instant reachedAt =
        own.stream()
            .filter(deed -> deed.points() != 0)
            .map(Deed::at)
            .max(Instant::compareTo)
            .orElseGet(() -> own.stream().map(Deed::at).min(Instant::compareTo).orElseThrow());
    return new RankOracle.Line(playerId, score, reachedAt);
  }

  private void make() {
    for (int i = 0; i < 4_000; i++) {
      Instant at =
          FIRST_DAY
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .plusMillis(chance.nextInt(DAYS * 24) * 3_600_000L);
      String game = List.of("go", "chess", "_none").get(chance.nextInt(3));
      deeds.add(new Deed(player(chance.nextInt(PLAYERS)), game, at, chance.nextInt(4) * 10L - 10));
    }
    for (int i = 0; i < 200; i++) {
      regions
          .computeIfAbsent(player(chance.nextInt(PLAYERS)), player -> new TreeMap<>())
          .put(
              FIRST_DAY.plusDays(chance.nextInt(DAYS)),
              List.of("DE", "FR", "IT").get(chance.nextInt(3)));
    }
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String month : List.of("2026-01-01", "2026-02-01", "2026-03-01")) {
      rows.add("select laurel.prepare_partition('player_daily_stats', '%s')".formatted(month));
      rows.add("select laurel.prepare_partition('player_monthly_stats', '%s')".formatted(month));
    }
    for (int n = 0; n < PLAYERS; n++) {
      rows.add(
          """
          insert into laurel.players (player_id, first_seen_at, last_seen_at, is_excluded, version)
          values ('%s', '2026-01-01Z', '2026-01-01Z', %s, 1)"""
              .formatted(player(n), excluded.contains(player(n))));
    }
    regions.forEach(
        (player, told) ->
            told.forEach(
                (day, region) ->
                    rows.add(
                        "insert into laurel.player_regions (player_id, day, region, version) values ('%s', '%s', '%s', 1)"
                            .formatted(player, day, region))));
    rows.addAll(sums("player_daily_stats", "day", false));
    rows.addAll(sums("player_monthly_stats", "month", true));
    return rows;
  }

  private List<String> sums(String table, String column, boolean isByMonth) {
    record Key(String playerId, String gameId, LocalDate start) {}
    return deeds.stream()
        .collect(
            Collectors.groupingBy(
                deed ->
                    new Key(
                        deed.playerId(),
                        deed.gameId(),
                        isByMonth ? deed.day().withDayOfMonth(1) : deed.day())))
        .entrySet()
        .stream()
        .map(
            each ->
                row(
                    table,
                    column,
                    each.getKey().playerId(),
                    each.getKey().gameId(),
                    each.getKey().start(),
                    each.getValue()))
        .toList();
  }

  private static String row(
      String table, String column, String player, String game, LocalDate start, List<Deed> own) {
    Instant first = own.stream().map(Deed::at).min(Instant::compareTo).orElseThrow();
    Instant last = own.stream().map(Deed::at).max(Instant::compareTo).orElseThrow();
    String scoring =
        own.stream()
            .filter(deed -> deed.points() != 0)
            .map(Deed::at)
            .max(Instant::compareTo)
            .map(Objects::toString)
            .orElse("");
    return """
        insert into laurel.%s (player_id, game_id, %s, unlocks, distinct_unlocks, actions, points, playtime_seconds,
          first_seen_at, last_seen_at, first_scored_at, last_scoring_at, version)
        values ('%s', '%s', '%s', 0, 0, %d, %d, 0, '%s', '%s', '%s', nullif('%s', '')::timestamptz, 1)"""
        .formatted(
            table,
            column,
            player,
            game,
            start,
            own.size(),
            own.stream().mapToLong(Deed::points).sum(),
            first,
            last,
            first,
            scoring);
  }

  private static String player(int number) {
    return "player-" + number;
  }
}
