package dev.laurel.local.replay;

import dev.laurel.local.home.StackOptions;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

  private long sent;
  private long bytesBefore;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate.isPresent() && rate.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rate is %d, expected at least 1".formatted(rate.get()));
    }
    Pace pace = new Pace(rate.map(OptionalInt::of).orElse(OptionalInt.empty()));
    Progress progress =
        new Progress(System.err, Boolean.getBoolean("laurel.terminal"), totalBytes());
    long startedAt = System.nanoTime();
    try (RecordSender sender = new RecordSender(stack.bootstrapServers())) {
      for (Path file : files) {
        send(file, sender, pace, progress, startedAt);
        bytesBefore += Files.size(file);
      }
      sender.flush();
    }
    progress.end(sent);
    System.out.println(progress.summary(sent));
    return 0;
  }

  private void send(Path path, RecordSender sender, Pace pace, Progress progress, long startedAt)
      throws IOException, InterruptedException {
    try (EventFile file = EventFile.open(path)) {
      for (Optional<byte[]> line = file.next(); line.isPresent(); line = file.next()) {
        await(startedAt + pace.due(sent).toNanos());
        // The returned future is the sender's: it fails at the next record or the flush.
        var unused = sender.send(TOPIC, PlayerKey.of(line.get()), line.get());
        sent++;
        progress.at(bytesBefore + file.bytesRead(), sent);
      }
    }
  }

  private static void await(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private long totalBytes() throws IOException {
    long total = 0;
    for (Path file : files) {
      try {
        total += Files.size(file);
      } catch (NoSuchFileException missing) {
        throw new IOException("FILE is %s, which does not exist".formatted(file), missing);
      }
    }
    return total;
  }
}
