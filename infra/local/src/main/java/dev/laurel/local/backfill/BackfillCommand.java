package dev.laurel.local.backfill;

import dev.laurel.local.home.Installation;
import dev.laurel.local.home.StackOptions;
import dev.laurel.local.kafka.EventTopic;
import dev.laurel.local.replay.SendFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the whole log, or files, into the tables, and ends. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description =
        "Reads the topic player-events to the end it has now, or FILEs, into the tables, and ends: the job itself, on a"
            + " cluster of its own in one process. Beside a running job it changes nothing that the job has written since"
            + " it began; boards are written at the end.")
public final class BackfillCommand implements Callable<Integer> {

  private static final String LOG = "player-events";

  @Spec CommandSpec spec;

  @Mixin StackOptions stack;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Tasks of each operator; 2 unless told.")
  int parallelism;

  @Option(
      names = "--job-option",
      paramLabel = "NAME=VALUE",
      description = "An option of the job, as in jdbc-user=laurel_job; may be given again.")
  List<String> jobOptions = new ArrayList<>();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "JSON lines, gzip too, whose order is log order: put into a topic of their own, which the job reads"
              + " instead of the log, and which is deleted then. Only into tables without players.")
  List<Path> files = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    if (files.isEmpty()) {
      run(LOG);
      return 0;
    }
    EmptyTables.expect(stack.jdbcUrl(), jobOptions);
    String topic = LOG + "-backfill-" + ProcessHandle.current().pid();
    try (EventTopic made = EventTopic.make(topic, LOG, stack.bootstrapServers())) {
      SendFiles.to(topic, stack.bootstrapServers(), files, OptionalInt.empty());
      run(made.name());
    }
    return 0;
  }

  private void check() {
    if (parallelism < 1) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism is %d, expected at least 1".formatted(parallelism));
    }
    for (String option : jobOptions) {
      if (!option.matches("[a-z][^=]*=.*")) {
        throw new ParameterException(
            spec.commandLine(), "--job-option is '%s', expected NAME=VALUE".formatted(option));
      }
    }
  }

  private void run(String topic) throws IOException, InterruptedException {
    new BoundedJob(
            Installation.current(),
            stack.bootstrapServers(),
            stack.jdbcUrl(),
            topic,
            parallelism,
            jobOptions)
        .run();
    System.out.printf("%s is read to its end, and the tables are written%n", topic);
  }
}
