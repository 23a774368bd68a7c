package dev.laurel.bench.driver;

import dev.laurel.bench.board.Boards;
import dev.laurel.bench.board.TieRule;
import dev.laurel.bench.contender.Measured;
import dev.laurel.bench.contender.OutputTopics;
import dev.laurel.bench.contender.Task;
import dev.laurel.bench.delay.Delays;
import dev.laurel.bench.input.CatalogLines;
import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.PlainBoards;
import dev.laurel.bench.input.WriteLog;
import dev.laurel.bench.report.Restart;
import dev.laurel.bench.report.Results;
import dev.laurel.bench.report.Run;
import dev.laurel.bench.report.Summary;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a cell: its logs are written, every entrant starts once without events, and then all take
 * turns, round after round. The first round is a warm-up.
 */
final class RunCell {

  private static final int MANAGED_MEGABYTES = 1024;

  private final String bootstrapServers;
  private final WriteLog logs;
  private final StartContender start;
  private final Results results;
  private final Consumer<String> say;

  RunCell(String bootstrapServers, StartContender start, Results results, Consumer<String> say) {
    this.bootstrapServers = bootstrapServers;
    this.logs = new WriteLog(bootstrapServers);
    this.start = start;
    this.results = results;
    this.say = say;
  }

  /** Runs it. */
  void run(Cell cell, int warmUps, int runs) throws IOException, InterruptedException {
    Map<String, Long> records = new HashMap<>();
    for (Entrant entrant : cell.entrants()) {
      Input log = log(cell, entrant);
      say.accept("writing " + log.name());
      records.put(entrant.name(), logs.write(log));
    }
    Map<TieRule, Boards> expected = expected(cell);
    for (Entrant entrant : cell.entrants()) {
      Input nothing = log(cell, entrant).withEvents(0);
      run(cell, entrant, nothing, logs.write(nothing), 0, Map.of());
    }
    for (int round = 1 - warmUps; round <= runs; round++) {
      for (Entrant entrant : cell.entrants()) {
        run(cell, entrant, log(cell, entrant), records.get(entrant.name()), round, expected);
      }
    }
  }

  /** Runs an entrant once more at half of the pace that the runs of its cell have shown. */
  Delays runPaced(Cell cell, Entrant entrant) throws IOException, InterruptedException {
    var ofCell = results.runs().stream().filter(run -> run.cell().equals(cell.name())).toList();
    double most = new Summary(ofCell).eventsPerSecond(entrant.name()).orElse(0);
    say.accept("%s at half of %,.0f events/s".formatted(entrant.name(), most));
    Task like = task(cell, entrant, cell.input(), 0, cell.name() + "-" + entrant.name() + "-paced");
    return new RunPaced(bootstrapServers, start).run(cell, like, Math.round(most / 2));
  }

  /** Kills an entrant that has read its log, and starts it again. */
  Restart runRestart(Cell cell, Entrant entrant) throws IOException, InterruptedException {
    String name = cell.name() + "-" + entrant.name();
    Task task = task(cell, entrant, log(cell, entrant), 0, name);
    return new RunRestart(bootstrapServers, start, say).run(log(cell, entrant), task);
  }

  private static Input log(Cell cell, Entrant entrant) {
    return entrant.profiles() ? cell.input().withProfiles() : cell.input();
  }

  private Map<TieRule, Boards> expected(Cell cell) {
    say.accept("recomputing the boards");
    PlainBoards boards = PlainBoards.of(cell.input());
    say.accept("%,d of %,d unlocks are firsts".formatted(boards.accepted(), cell.input().events()));
    Map<TieRule, Boards> expected = new EnumMap<>(TieRule.class);
    for (TieRule rule : TieRule.values()) {
      expected.put(rule, boards.by(rule));
    }
    return expected;
  }

  private void run(
      Cell cell, Entrant entrant, Input log, long records, int round, Map<TieRule, Boards> expected)
      throws IOException, InterruptedException {
    String name =
        "%s-%s-%s".formatted(cell.name(), entrant.name(), log.events() == 0 ? "empty" : round);
    Task task = task(cell, entrant, log, records, name);
    logs.create(task.outputs());
    try {
      Measured measured = start.run(task);
      Run run =
          kept(cell, entrant, log, round, measured, verdict(entrant, task, measured, expected));
      results.add(run);
      if (!measured.plan().isEmpty()) {
        results.keep("plan-" + entrant.name() + ".txt", measured.plan());
      }
      say.accept(told(name, run));
    } finally {
      logs.delete(task.outputs());
    }
  }

  private Task task(Cell cell, Entrant entrant, Input log, long records, String name) {
    return new Task(
        entrant.name(),
        bootstrapServers,
        log.eventsTopic(),
        CatalogLines.TOPIC,
        OutputTopics.of(name + "-" + results.folder().getFileName()),
        records,
        cell.parallelism(),
        MANAGED_MEGABYTES,
        "",
        entrant.jobOptions(),
        results.folder().resolve("work").resolve(name).toString());
  }

  private String verdict(
      Entrant entrant, Task task, Measured measured, Map<TieRule, Boards> expected)
      throws IOException {
    if (entrant.ties().isEmpty() || expected.isEmpty()) {
      return Run.NONE;
    }
    Boards made =
        entrant.isLaurel()
            ? ReadBoards.of(bootstrapServers, task.outputs().rankChanges())
            : measured.boards();
    List<String> differences = made.differencesFrom(expected.get(entrant.ties().get()));
    return differences.isEmpty() ? Run.SAME : String.join("; ", differences);
  }

  private static Run kept(
      Cell cell, Entrant entrant, Input log, int round, Measured measured, String boards) {
    return new Run(
        cell.name(),
        entrant.name(),
        round,
        log.events() == 0,
        log.name(),
        log.events(),
        measured.records(),
        measured.cpuSeconds(),
        measured.seconds(),
        measured.taken(),
        measured.checkpoints(),
        measured.syncMillis(),
        measured.checkpointMillis(),
        measured.stateMegabytes(),
        measured.busy(),
        boards);
  }

  private static String told(String name, Run run) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f s of CPU, %.1f s, %,d records, boards: %s",
        name,
        run.cpuSeconds(),
        run.seconds(),
        run.records(),
        run.boards());
  }
}
