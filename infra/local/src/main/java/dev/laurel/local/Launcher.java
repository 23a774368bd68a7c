package dev.laurel.local;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program behind {@code infra/up}, {@code infra/down} and {@code infra/laurel}. */
@Command(
    name = "infra",
    description = "Laurel on one machine.",
    subcommands = {Up.class, Down.class, LaurelCommand.class})
public final class Launcher {

  private Launcher() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /**
   * All commands; what goes wrong becomes one readable line on the standard error and exit code 1.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Launcher()).setExecutionExceptionHandler(told());
  }

  private static IExecutionExceptionHandler told() {
    return (failure, command, parsed) -> {
      command.getErr().println(message(failure));
      return 1;
    };
  }

  private static String message(Exception failure) {
    boolean foreseen = failure instanceof IOException && failure.getMessage() != null;
    return foreseen ? failure.getMessage() : failure.toString();
  }
}
