package dev.laurel.bench.driver;

import dev.laurel.bench.delay.Delays;
import dev.laurel.bench.ranks.RanksBenchmark;
import dev.laurel.bench.report.Bars;
import dev.laurel.bench.report.Narrator;
import dev.laurel.bench.report.Restart;
import dev.laurel.bench.report.Results;
import dev.laurel.bench.report.StateOfPlayers;
import dev.laurel.bench.report.Summary;
import dev.laurel.bench.stack.StackBenchmark;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code infra/bench/run}. */
@Command(
    name = "infra/bench/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {StackBenchmark.class, RanksBenchmark.class},
    description = "Measures Laurel's job against limits and Flink SQL, and prints tables.")
public final class Benchmark implements Callable<Integer> {

  private static final long QUICK_EVENTS = 300_000;

  @Option(
      names = "--cells",
      split = ",",
      description = "cells to run, all unless given: --list names them")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--contenders",
      split = ",",
      description = "contenders to run, all of the cell unless given")
  private List<String> contenders = new ArrayList<>();

  @Option(
      names = "--runs",
      description = "counted runs of each contender, those of the cell unless given")
  private Optional<Integer> runs = Optional.empty();

  @Option(names = "--events", description = "events of each log, those of the cell unless given")
  private Optional<Long> events = Optional.empty();

  @Option(
      names = "--quick",
      description = "the first cell, one run without warm-up over few events: does it work?")
  private boolean quick;

  @Option(
      names = "--heap",
      defaultValue = "2g",
      description = "heap of each process under test (2g)")
  private String heap = "2g";

  @Option(names = "--list", description = "names the cells and ends")
  private boolean list;

  private final Installation installation = Installation.current();
  private final Narrator narrator = new Narrator();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      Cells.ALL.forEach(cell -> System.out.printf("%-12s %s%n", cell.name(), cell.question()));
      return 0;
    }
    List<Cell> cells = chosen();
    Path bench = installation.root().resolve("target/bench");
    Results results = Results.in(bench);
    Home home = Home.at(bench.resolve("home"));
    try (Broker broker = Broker.start(home, installation)) {
      Thread stop = Thread.ofPlatform().unstarted(() -> close(broker));
      Runtime.getRuntime().addShutdownHook(stop);
      run(cells, broker, home, results);
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    narrator.say("Every run, plans and logs: " + results.folder());
    return 0;
  }

  private void run(List<Cell> cells, Broker broker, Home home, Results results)
      throws IOException, InterruptedException {
    var start = new StartContender(installation, home, heap);
    OptionalDouble delay = OptionalDouble.empty();
    OptionalDouble restart = OptionalDouble.empty();
    for (Cell cell : cells) {
      RunCell rounds = new RunCell(broker.bootstrapServers(), start, results, narrator::say);
      if (cell.kind() == Cell.Kind.RESTART) {
        Restart again = rounds.runRestart(cell, cell.entrants().get(0));
        results.tell("restart-" + cell.name() + ".md", again.table());
        restart = OptionalDouble.of(again.seconds());
        continue;
      }
      rounds.run(cell, quick ? 0 : 1, quick ? 1 : runs.orElse(cell.runs()));
      var ofCell = results.runs().stream().filter(run -> run.cell().equals(cell.name())).toList();
      String title = "%s: %s%n%n".formatted(cell.name(), cell.question());
      results.tell("table-" + cell.name() + ".md", title + new Summary(ofCell).table());
      if (cell.kind() == Cell.Kind.PACE) {
        Delays delays = rounds.runPaced(cell, cell.entrants().get(0));
        results.tell("delays-" + cell.name() + ".md", delays.table());
        delay = OptionalDouble.of(delays.p99());
      }
    }
    results.tell("state.md", new StateOfPlayers(results.runs(), Cells.STATE_PLAYERS).table());
    results.tell("bars.md", new Bars(results.runs(), delay, restart).table());
  }

  private List<Cell> chosen() throws IOException {
    List<Cell> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          Cells.named(name)
              .orElseThrow(
                  () ->
                      new IOException("--cells has '%s', expected of: %s".formatted(name, all()))));
    }
    List<Cell> base = names.isEmpty() ? (quick ? Cells.ALL.subList(0, 1) : Cells.ALL) : chosen;
    return base.stream().map(this::asTold).toList();
  }

  private Cell asTold(Cell cell) {
    Cell narrowed = contenders.isEmpty() ? cell : cell.only(contenders);
    Optional<Long> told = quick ? Optional.of(events.orElse(QUICK_EVENTS)) : events;
    return told.map(narrowed::withEvents).orElse(narrowed);
  }

  private static String all() {
    return Cells.ALL.stream().map(Cell::name).collect(Collectors.joining(", "));
  }

  private static void close(Broker broker) {
    try {
      broker.close();
    } catch (IOException failed) {
      System.err.println("Kafka did not stop: " + failed.getMessage());
    }
  }
}
