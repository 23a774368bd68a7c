package dev.laurel.local.replay;

import dev.laurel.local.home.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files of events to the log, every line byte for byte, in order. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Sends the lines of FILEs (JSON lines, gzip too) to the topic player-events as they are, in order.")
public final class ReplayCommand implements Callable<Integer> {

  private static final String TOPIC = "player-events";

  @Spec CommandSpec spec;

  @Mixin StackOptions stack;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "At most N records a second; as fast as possible unless told.")
  Optional<Integer> rate = Optional.empty();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "One event a line; sent one file after the other.")
  List<Path> files;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate.isPresent() && rate.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rate is %d, expected at least 1".formatted(rate.get()));
    }
    SendFiles.to(
        TOPIC,
        stack.bootstrapServers(),
        files,
        rate.map(OptionalInt::of).orElse(OptionalInt.empty()));
    return 0;
  }
}
