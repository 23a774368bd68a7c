package dev.laurel.local.token;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs a token with the key of a home. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a token that the serving API of a local stack accepts.")
public final class TokenCommand implements Callable<Integer> {

  private static final Pattern PLAYER_ID = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");

  @Spec CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The home of the stack; .laurel unless told.")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--player",
      paramLabel = "ID",
      required = true,
      description = "Whom it is for: the claim sub.")
  String player;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      required = true,
      description = "player, game-server or admin.")
  List<String> roles;

  @Option(
      names = "--expires",
      paramLabel = "DURATION",
      defaultValue = "P1D",
      description = "How long it is valid, as in PT15M or P30D; P1D unless told.")
  Duration expires;

  @Override
  public Integer call() throws IOException {
    if (!PLAYER_ID.matcher(player).matches()) {
      throw refused(
          "--player is '%s', expected 1 to 128 letters, digits and ._:@-".formatted(player));
    }
    for (String role : roles) {
      if (Role.named(role).isEmpty()) {
        String known =
            Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", "));
        throw refused("--role is '%s', expected one of %s".formatted(role, known));
      }
    }
    if (expires.isNegative() || expires.isZero()) {
      throw refused("--expires is %s, expected a duration above zero".formatted(expires));
    }
    SigningKey key = SigningKey.of(Home.at(folder.orElse(Installation.current().usualHome())));
    System.out.println(key.sign(player, roles, Instant.now(), expires));
    return 0;
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
