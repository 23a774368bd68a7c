package dev.laurel.bench.ranks;

import dev.laurel.bench.report.Narrator;
import dev.laurel.bench.report.Results;
import dev.laurel.bench.stack.RunningStack;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra/bench/run ranks}. */
@Command(
    name = "ranks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures ranks, neighbours and pages of a board of millions beside Redis and plain SQL.")
public final class RanksBenchmark implements Callable<Integer> {
  private static final int PER_SECOND = 500;
  private static final int COLD = 500;
  private static final int WARM_UP = 3_000;
  private static final int MOVES_A_SECOND = 2_000;

  @Option(names = "--players", description = "how many stand on the board (10000000)")
  private int players = 10_000_000;

  @Option(names = "--rounds", description = "how often each call takes its turn (5)")
  private int rounds = 5;

  @Option(names = "--seconds", description = "of 500 requests each in a turn (10)")
  private int seconds = 10;

  @Option(names = "--quick", description = "200,000 players and one round of 3 s: whether it works")
  private boolean quick;

  private final Narrator narrator = new Narrator();

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    if (quick) {
      players = 200_000;
      rounds = 1;
      seconds = 3;
    }
    Packages.require("redis-server", "wrk");
    Installation installation = Installation.current();
    Path bench = installation.root().resolve("target/bench");
    Results results = Results.in(bench);
    Members members = new Members(players);
    try (RunningStack stack = RunningStack.start(installation, bench.resolve("ranks"))) {
      fill(stack, members, results);
      stack.restart(RanksBenchmark::dropCaches);
      Questions questions =
          new Questions(stack.addresses().api() + "/api/v1/leaderboards/global", members);
      results.tell("cold.md", cold(questions));
      try (Connection owner = stack.connect()) {
        SqlPeers sql = new SqlPeers(owner);
        new CheckAnswers(questions.board(), sql, members).run();
        narrator.say("200 ranks and 10 pages are those of plain SQL");
        besideRedis(installation, results, questions);
        results.tell("sql.md", new PlainSql(sql, questions, members).run());
      }
      results.tell("moving.md", whilePlayersMove(stack, questions));
    }
    narrator.say("All of it: " + results.folder());
    return 0;
  }

  private void fill(RunningStack stack, Members members, Results results)
      throws IOException, SQLException {
    try (Connection owner = stack.connect()) {
      FillTables tables = new FillTables(owner, members, narrator::say);
      tables.run();
      results.tell("sizes.txt", tables.sizes());
    }
  }

  private static void dropCaches() throws IOException {
    Path drop = Path.of("/proc/sys/vm/drop_caches");
    if (Files.isWritable(drop)) {
      Files.writeString(drop, "3");
    }
  }

  /**
   * Until its caches are filled and its code is compiled, not all that is asked may be answered.
   */
  private static String cold(Questions questions) throws InterruptedException {
    Measured first = new Measured();
    first.add(
        "rank, first 500 after a start",
        new OpenLoad(PER_SECOND, COLD).ask(questions.own().get("rank")));
    return first.table(Map.of());
  }

  private void besideRedis(Installation installation, Results results, Questions questions)
      throws IOException, InterruptedException {
    Path top = results.folder().resolve("top.json");
    Files.write(top, PeerProcess.get(questions.board() + "?limit=100"));
    try (RedisServer redis = RedisServer.start(results.folder().resolve("redis.log"))) {
      redis.fill(questions.members());
      narrator.say("Redis holds the board, too");
      try (PeerProcess peer =
          PeerProcess.start(installation, results.folder(), redis.port(), top)) {
        results.tell("answers.md", inTurn(questions.all()).table(Questions.BARS));
        results.tell("top.md", new TopFromMemory(questions.board(), rounds).run());
      }
    }
  }

  private Measured inTurn(Map<String, IntFunction<URI>> questions)
      throws IOException, InterruptedException {
    for (IntFunction<URI> question : questions.values()) {
      var unused = load(WARM_UP, question);
    }
    Measured measured = new Measured();
    for (int round = 1; round <= rounds; round++) {
      for (var question : questions.entrySet()) {
        measured.add(question.getKey(), load(PER_SECOND * seconds, question.getValue()));
      }
      narrator.say("round " + round);
    }
    return measured;
  }

  private static Times load(int requests, IntFunction<URI> address)
      throws IOException, InterruptedException {
    return new OpenLoad(PER_SECOND, requests).run(address);
  }

  private String whilePlayersMove(RunningStack stack, Questions questions)
      throws IOException, InterruptedException, SQLException {
    AtomicBoolean stop = new AtomicBoolean();
    try (Connection connection = stack.connect()) {
      MovePlayers moves = new MovePlayers(connection, questions.members(), MOVES_A_SECOND);
      Thread writer = Thread.ofPlatform().start(() -> move(moves, stop));
      Measured measured = inTurn(questions.own());
      stop.set(true);
      writer.join();
      return "While 2,000 players move a second:\n\n" + measured.table(Map.of());
    }
  }

  private void move(MovePlayers moves, AtomicBoolean stop) {
    try {
      moves.run(stop);
    } catch (SQLException failed) {
      narrator.say("players do not move: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
