package dev.laurel.bench;

import dev.laurel.bench.driver.Benchmark;
import java.io.IOException;
import picocli.CommandLine;

/** The program behind {@code infra/bench/run}. */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Benchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  boolean foreseen = failure instanceof IOException;
                  command.getErr().println(foreseen ? failure.getMessage() : failure.toString());
                  return 1;
                })
            .execute(arguments));
  }
}
