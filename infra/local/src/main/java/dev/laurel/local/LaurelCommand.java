package dev.laurel.local;

import dev.laurel.local.backfill.BackfillCommand;
import dev.laurel.local.catalog.CatalogCommand;
import dev.laurel.local.deadletter.DeadLettersCommand;
import dev.laurel.local.replay.ReplayCommand;
import dev.laurel.local.savepoint.SavepointCommand;
import dev.laurel.local.token.TokenCommand;
import dev.laurel.local.verify.VerifyCommand;
import picocli.CommandLine.Command;

/** The command line beside a stack. */
@Command(
    name = "laurel",
    mixinStandardHelpOptions = true,
    description =
        "Works on a running Laurel: the local stack of --home, or any other by its addresses.",
    subcommands = {
      CatalogCommand.class,
      ReplayCommand.class,
      TokenCommand.class,
      DeadLettersCommand.class,
      SavepointCommand.class,
      BackfillCommand.class,
      VerifyCommand.class
    })
final class LaurelCommand {}
