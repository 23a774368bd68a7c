package dev.laurel.local.deadletter;

import dev.laurel.local.home.StackOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "A line each: code, topic/partition/offset, message, with a tab between them.")
final class ListCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin StackOptions stack;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Only this one of ${COMPLETION-CANDIDATES}.")
  Optional<Reason> reason = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only what was refused since then: a time as in 2026-03-01T10:00:00Z, or a duration back from now as in PT1H.")
  Optional<String> since = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Optional<Instant> from = since.map(text -> instant(text, Instant.now()));
    DeadLetters letters = new DeadLetters(stack.bootstrapServers());
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    letters
        .read(from, new Selection(reason, Set.of()))
        .forEach(letter -> out.println(letter.line()));
    out.flush();
    return 0;
  }

  private Instant instant(String text, Instant now) {
    try {
      return text.startsWith("P")
          ? now.minus(Duration.parse(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new ParameterException(
          spec.commandLine(),
          "--since is '%s', expected a time as in 2026-03-01T10:00:00Z or a duration as in PT1H"
              .formatted(text),
          unreadable);
    }
  }
}
