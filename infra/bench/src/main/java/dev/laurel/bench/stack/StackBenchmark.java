package dev.laurel.bench.stack;

import dev.laurel.bench.input.CatalogLines;
import dev.laurel.bench.input.Wire;
import dev.laurel.bench.report.Narrator;
import dev.laurel.bench.report.Results;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra/bench/run stack}. */
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the whole system, all of it on this machine, and prints tables.")
public final class StackBenchmark implements Callable<Integer> {

  /** What is measured, in this order. */
  enum Part {
    /** Events at a pace: how old rows are, and what is written. */
    SUSTAINED,
    /** The batch run over the same log, or a longer one. */
    BACKFILL,
    /** What the API takes to answer about players with a long history. */
    ANSWERS
  }

  @Option(
      names = "--parts",
      split = ",",
      description = "of sustained, backfill and answers; all unless given")
  private List<Part> parts = List.of(Part.values());

  @Option(names = "--rate", description = "records a second (5000)")
  private long rate = 5_000;

  @Option(names = "--seconds", description = "for how long (600)")
  private long seconds = 600;

  @Option(names = "--warm-up", description = "seconds before, at the same pace, not counted (120)")
  private long warmUp = 120;

  @Option(
      names = "--backfill-records",
      description =
          "how many records the batch run reads, from a topic of their own; 0 is the log that is there (0)")
  private long backfillRecords;

  @Option(
      names = "--without-ranks",
      description = "without the counts by which ranks are read: what keeping them costs")
  private boolean withoutRanks;

  private final Narrator narrator = new Narrator();

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Installation installation = Installation.current();
    Path bench = installation.root().resolve("target/bench");
    Results results = Results.in(bench);
    try (RunningStack stack = RunningStack.start(installation, bench.resolve("stack"))) {
      Thread stop = Thread.ofPlatform().unstarted(() -> close(stack));
      Runtime.getRuntime().addShutdownHook(stop);
      loadCatalog(stack);
      if (withoutRanks) {
        leaveRanks(stack);
      }
      for (Part part : EnumSet.copyOf(parts)) {
        narrator.say(part.name().toLowerCase(Locale.ROOT));
        run(part, stack, results);
      }
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    narrator.say("All of it: " + results.folder());
    return 0;
  }

  private void run(Part part, RunningStack stack, Results results)
      throws IOException, InterruptedException, SQLException {
    switch (part) {
      case SUSTAINED -> {
        var sustained =
            new Sustained(
                stack,
                rate,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(warmUp + seconds),
                narrator::say);
        Load load = sustained.run();
        results.keep("looks.txt", load.looks().toString());
        results.tell("minutes.md", load.minutes());
        results.tell("tables.md", load.tables());
        results.tell("sustained.md", load.bars());
      }
      case BACKFILL -> results.tell("backfill.md", new Backfill(stack, backfillRecords).run());
      case ANSWERS -> results.tell("answers.md", new Answers(stack, narrator::say).run());
    }
  }

  private static void close(RunningStack stack) {
    try {
      stack.close();
    } catch (IOException failed) {
      System.err.println("The stack did not stop: " + failed.getMessage());
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void leaveRanks(RunningStack stack) throws SQLException {
    try (Connection owner = stack.connect();
        Statement statement = owner.createStatement()) {
      statement.execute("alter table laurel.players disable trigger user");
      statement.execute("alter table laurel.player_scores disable trigger user");
    }
  }

  private static void loadCatalog(RunningStack stack) throws IOException, InterruptedException {
    Path file = Files.createTempFile("laurel-catalog", ".jsonl");
    Files.write(file, CatalogLines.all().stream().map(Wire.Definition::json).toList());
    stack.laurel("catalog", "load", file.toString());
    Files.delete(file);
  }
}
