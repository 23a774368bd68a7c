package dev.laurel.local.verify;

import dev.laurel.local.home.StackOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the tables to the log. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Reckons from the raw log what the tables have to hold, and compares every row and every dead"
            + " letter. Ends with 0 if they are equal, 1 if any differs, 2 if it could not decide.")
public final class VerifyCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin StackOptions stack;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "PT60S",
      description =
          "How long the tables may lag behind the log, and rows be other than they have to be;"
              + " ${DEFAULT-VALUE} unless told.")
  Duration wait;

  @Option(
      names = "--top-size",
      paramLabel = "K",
      defaultValue = "100",
      description =
          "How many entries a top has, as the job was told; ${DEFAULT-VALUE} unless told.")
  int topSize;

  @Option(
      names = "--scopes",
      paramLabel = "LIST",
      split = ",",
      defaultValue = "global,game",
      description = "Which boards there are, as the job was told; ${DEFAULT-VALUE} unless told.")
  Set<String> scopes;

  @Option(
      names = "--regions",
      paramLabel = "LIST",
      split = ",",
      defaultValue = "everyone,each",
      description = "Of which regions, likewise; ${DEFAULT-VALUE} unless told.")
  Set<String> regions;

  @Option(
      names = "--periods",
      paramLabel = "LIST",
      split = ",",
      defaultValue = "all-time,daily,weekly,monthly",
      description = "Of which periods, likewise; ${DEFAULT-VALUE} unless told.")
  Set<String> periods;

  @Override
  public Integer call() throws InterruptedException {
    check();
    try (RawLog log = RawLog.open(stack.bootstrapServers(), Clock.systemUTC());
        TopicReader letters = TopicReader.openWhatIsLeft(stack.bootstrapServers(), "dead-letters");
        StoredTables tables = StoredTables.open(stack.jdbcUrl())) {
      return verify(log, letters, tables).exitCode();
    } catch (IOException | SQLException | RuntimeException failed) {
      return undecided(failed.getMessage());
    } catch (OutOfMemoryError full) {
      return undecided("the log does not fit into memory; LAUREL_VERIFY_HEAP=4g gives it more");
    }
  }

  private void check() {
    if (wait.isNegative() || topSize < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--wait is %s and --top-size is %d, expected a duration and at least 1"
              .formatted(wait, topSize));
    }
    check("--scopes", scopes, "global|game");
    check("--regions", regions, "everyone|each|[A-Za-z0-9-]{2,10}");
    check("--periods", periods, "all-time|daily|weekly|monthly");
  }

  private void check(String option, Set<String> values, String expected) {
    if (!values.stream().allMatch(value -> value.matches(expected))) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is '%s', expected a list, separated by commas, of %s"
              .formatted(option, String.join(",", values), expected.replace("|", ", ")));
    }
  }

  /** Whatever goes wrong, exit code 1 is for rows that differ alone. */
  private int undecided(String why) {
    spec.commandLine().getErr().println("undecided: " + why);
    return Verdict.UNDECIDED.exitCode();
  }

  private Verdict verify(RawLog log, TopicReader letters, StoredTables tables)
      throws IOException, SQLException, InterruptedException {
    Reckoning reckoning = new Reckoning();
    ShownBoards shown = new ShownBoards(topSize, scopes, regions, periods);
    Expected expected = new Expected(reckoning, shown, log);
    Verification verification =
        new Verification(
            reckoning,
            log,
            new HeldTables(expected, tables),
            Clock.systemUTC(),
            () -> TimeUnit.SECONDS.sleep(1),
            wait);
    Verification.Result result = verification.run();
    DeadLetters.Result refused =
        new DeadLetters(reckoning, log, DeadLetters.topic(letters))
            .compare(Clock.systemUTC(), () -> TimeUnit.SECONDS.sleep(1), wait);
    tell(result, refused, reckoning, tables);
    return result.verdict() == Verdict.EQUAL && !refused.isEqual()
        ? Verdict.DIFFERENT
        : result.verdict();
  }

  private static void tell(
      Verification.Result result,
      DeadLetters.Result letters,
      Reckoning reckoning,
      StoredTables tables)
      throws SQLException {
    Freshness freshness = tables.freshness();
    System.out.printf(
        "%,d records of player-events, of which the tables have received %,d, and %,d"
            + " definitions%n",
        reckoning.records(), freshness.received(), reckoning.rules().all().size());
    Map<Table, Long> old = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      old.put(table, tables.beyondRetention(table, freshness));
    }
    new Report(System.out).tell(result, letters, old);
  }
}
