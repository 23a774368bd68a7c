package dev.laurel.local.deadletter;

import picocli.CommandLine.Command;

/** What can be done with what did not count. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "What did not count, and why.",
    subcommands = {ListCommand.class, SendAgainCommand.class})
public final class DeadLettersCommand {}
