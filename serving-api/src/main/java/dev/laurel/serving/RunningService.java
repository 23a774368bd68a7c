package dev.laurel.serving;

import dev.laurel.serving.auth.Callers;
import dev.laurel.serving.auth.Tokens;
import dev.laurel.serving.board.BoardCache;
import dev.laurel.serving.board.BoardRoutes;
import dev.laurel.serving.board.BoardTables;
import dev.laurel.serving.board.Boards;
import dev.laurel.serving.board.LivePeriods;
import dev.laurel.serving.board.LoadBoards;
import dev.laurel.serving.board.RankChangeFeed;
import dev.laurel.serving.board.Rehearsal;
import dev.laurel.serving.catalog.Achievements;
import dev.laurel.serving.catalog.GameRoutes;
import dev.laurel.serving.catalog.Games;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.Upkeep;
import dev.laurel.serving.database.WatchDatabase;
import dev.laurel.serving.live.Admission;
import dev.laurel.serving.live.LiveBoards;
import dev.laurel.serving.live.Watchers;
import dev.laurel.serving.player.Dashboards;
import dev.laurel.serving.player.HistoryRoutes;
import dev.laurel.serving.player.PlaceRoutes;
import dev.laurel.serving.player.PlayerRoutes;
import dev.laurel.serving.player.Players;
import dev.laurel.serving.player.RankHistory;
import dev.laurel.serving.player.RankHistoryRoutes;
import dev.laurel.serving.player.ScoreHistory;
import dev.laurel.serving.player.Statistics;
import dev.laurel.serving.player.StatisticsRoutes;
import dev.laurel.serving.player.UnlockRoutes;
import dev.laurel.serving.player.UnlockedAchievements;
import dev.laurel.serving.web.CommonHeaders;
import dev.laurel.serving.web.PageFiles;
import dev.laurel.serving.web.RefuseEarly;
import dev.laurel.serving.web.RefuseTheRest;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import io.helidon.webserver.websocket.WsConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The whole service put together from its parts. Starts without its database and its brokers, and
 * waits for them.
 */
final class RunningService implements AutoCloseable {

  /**
   * Bounds a request line, of which a hundred playerIds escaped letter by letter are 39,000 bytes,
   * a body, and, twice over, what a slow client can make the kernel hold for it.
   */
  private static final int SMALL = 65_536;

  private final Database database;
  private final Optional<Database> replica;
  private final Database allTimePlaces;
  private final WatchDatabase watchDatabase;
  private final Upkeep keepPartitions;
  private final Upkeep keepRanks;
  private final Upkeep recordRanks;
  private final RankChangeFeed feed;
  private final LoadBoards load;
  private final LiveBoards live;

  @SuppressWarnings(
      "UnusedVariable") // held for as long as the service, for the registry holds it weakly
  private final Meters meters;

  private final WebServer server;

  RunningService(ServingConfig config) {
    this(config, Clock.systemUTC());
  }

  RunningService(ServingConfig config, Clock clock) {
    Watchers watchers = new Watchers();
    LivePeriods livePeriods = new LivePeriods(clock);
    BoardCache cache = new BoardCache(List.of(watchers), livePeriods);
    database = database(config, config.jdbcUrl(), Database.Planning.EACH);
    replica =
        Optional.of(config.replicaJdbcUrl())
            .filter(url -> !url.isEmpty())
            .map(url -> database(config, url, Database.Planning.EACH));
    allTimePlaces =
        database(
            config,
            replica.isPresent() ? config.replicaJdbcUrl() : config.jdbcUrl(),
            Database.Planning.ONCE);
    watchDatabase = new WatchDatabase(database);
    keepPartitions = Upkeep.ofPartitions(database, config.keepPartitionsEvery());
    keepRanks = Upkeep.ofRanks(database, config.keepRanksEvery());
    recordRanks = Upkeep.ofRankHistory(database, config.recordRanksEvery());
    feed = new RankChangeFeed(config.kafka(), config.rankChangesTopic(), cache, clock);
    Rehearsal rehearsal = new Rehearsal(allTimePlaces, config.poolSize());
    load = new LoadBoards(new BoardTables(database), cache, feed, livePeriods, rehearsal);
    Readiness readiness = new Readiness(watchDatabase, cache, feed, rehearsal);
    Games games = new Games(database);
    Boards boards =
        new Boards(
            cache,
            database,
            allTimePlaces,
            replica.orElse(database),
            games,
            readiness::isUpToDate,
            clock);
    RankHistory ranks = new RankHistory(database);
    Players players = new Players(database, boards, ranks);
    Tokens tokens = new Tokens(config.jwks(), config.jwtIssuer(), config.jwtAudience());
    Admission admission =
        new Admission(tokens, config.boardTokenRequired(), config.allowedOrigins());
    live = new LiveBoards(boards, watchers, admission, config.slowClientTimeout(), clock);
    meters = new Meters(cache, boards, feed, live, watchers);
    meters.measure(keepPartitions, keepRanks, recordRanks);
    CommonHeaders headers = new CommonHeaders(config.allowedOrigins());
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(headers)
            .register(new BoardRoutes(boards, clock))
            .register(new PlaceRoutes(boards, players, clock))
            .register(new RankHistoryRoutes(ranks, games, clock))
            .register(new GameRoutes(games, new Achievements(database)))
            .register(new PlayerRoutes(players))
            .register(
                new StatisticsRoutes(
                    new Dashboards(database, clock), new Statistics(database), games))
            .register(new UnlockRoutes(new UnlockedAchievements(database), games))
            .register(new HistoryRoutes(new ScoreHistory(database), new Callers(tokens)))
            .register(new PageFiles())
            .addFeature(new RefuseTheRest());
    server = server(config, headers, routing, readiness);
  }

  private static Database database(ServingConfig config, String url, Database.Planning planning) {
    return new Database(
        url,
        config.jdbcUser(),
        config.jdbcPassword(),
        config.poolSize(),
        planning,
        config.postgres());
  }

  private WebServer server(
      ServingConfig config,
      CommonHeaders headers,
      HttpRouting.Builder routing,
      Readiness readiness) {
    return WebServer.builder()
        .host(config.host())
        .port(config.port())
        .maxPayloadSize(SMALL)
        .maxTcpConnections(config.maxConnections())
        .maxConcurrentRequests(config.maxRequests())
        .connectionOptions(
            SocketOptions.builder().tcpNoDelay(true).socketSendBufferSize(SMALL).build())
        .directHandlers(RefuseEarly.handlers(headers))
        .addProtocol(Http1Config.builder().maxPrologueLength(SMALL).build())
        .addProtocol(WsConfig.builder().maxFrameLength(2 * SMALL).build())
        .addRouting(routing)
        .addRouting(live.routing())
        .addFeature(
            ObserveFeature.builder()
                .observersDiscoverServices(false)
                .addObserver(readiness.observer())
                .addObserver(MetricsObserver.create())
                .build())
        .build();
  }

  /**
   * Listens, and begins to read.
   *
   * @throws IllegalStateException if it cannot listen; the server itself only logs that
   */
  void start() {
    server.start();
    if (!server.isRunning()) {
      throw new IllegalStateException(
          "the address is not of this machine, or another process has the port");
    }
    feed.start();
    load.start();
    keepPartitions.start();
    keepRanks.start();
    recordRanks.start();
  }

  int port() {
    return server.port();
  }

  /** Says goodbye to clients, then stops every part. */
  @Override
  public void close() {
    live.close();
    server.stop();
    try {
      load.close();
      feed.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keepPartitions.close();
    keepRanks.close();
    recordRanks.close();
    watchDatabase.close();
    allTimePlaces.close();
    replica.ifPresent(Database::close);
    database.close();
  }
}
