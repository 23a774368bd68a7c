package dev.laurel.local.deadletter;

import dev.laurel.local.home.StackOptions;
import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters again: their own key and value, to the topic they were refused in. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Sends chosen ones again, as they were, to the topic they came from.")
final class SendAgainCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin StackOptions stack;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Those with this one of ${COMPLETION-CANDIDATES}.")
  Optional<Reason> reason = Optional.empty();

  @Option(names = "--all", description = "All of them.")
  boolean all;

  @Parameters(
      arity = "0..*",
      paramLabel = "TOPIC/PARTITION/OFFSET",
      description = "These, as the list names them.")
  List<String> named = List.of();

  @Override
  public Integer call() throws IOException {
    Selection selection = selection();
    Collection<DeadLetter> chosen =
        new DeadLetters(stack.bootstrapServers()).read(Optional.empty(), selection);
    Set<Position> missing =
        selection.missing(chosen.stream().map(DeadLetter::position).collect(Collectors.toSet()));
    if (!missing.isEmpty()) {
      throw new IOException(
          "there is no such dead letter: %s; nothing was sent".formatted(new TreeSet<>(missing)));
    }
    try (RecordSender sender = new RecordSender(stack.bootstrapServers())) {
      for (DeadLetter letter : chosen) {
        // The returned future is the sender's: it fails at the next record or the flush.
        var unused = sender.send(letter.position().topic(), letter.key(), letter.value());
      }
      sender.flush();
    }
    System.out.println(chosen.size() + " dead letters sent again");
    return 0;
  }

  private Selection selection() {
    if (!all && reason.isEmpty() && named.isEmpty()) {
      throw refused("which ones? expected --all, --reason CODE or their TOPIC/PARTITION/OFFSET");
    }
    if (all && !named.isEmpty()) {
      throw refused("--all and single ones exclude each other");
    }
    Set<Position> positions = new HashSet<>();
    for (String text : named) {
      positions.add(
          Position.parse(text)
              .orElseThrow(
                  () ->
                      refused(
                          "'%s' is no position, expected topic/partition/offset as in player-events/3/17"
                              .formatted(text))));
    }
    return new Selection(reason, positions);
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
