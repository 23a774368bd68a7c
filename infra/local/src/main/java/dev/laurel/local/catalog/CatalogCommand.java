package dev.laurel.local.catalog;

import dev.laurel.local.home.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What can be done with the catalog. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    description = "Games, achievements and action types.",
    subcommands = CatalogCommand.Load.class)
public final class CatalogCommand {

  /** Publishes a file of definitions. */
  @Command(
      name = "load",
      mixinStandardHelpOptions = true,
      description =
          "Publishes the definitions of FILE, one JSON object a line; returns once the job has applied them.")
  static final class Load implements Callable<Integer> {

    @Mixin StackOptions stack;

    @Parameters(
        paramLabel = "FILE",
        description = "JSON lines, as the contract of the topic catalog describes them.")
    Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
      List<Definition> definitions = CatalogFile.read(file);
      new LoadCatalog(stack.bootstrapServers(), stack.jdbcUrl()).load(definitions);
      System.out.println(definitions.size() + " definitions of " + file + " are applied");
      return 0;
    }
  }
}
