package dev.laurel.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The processes of this machine, as {@code /proc} shows them. */
public final class ProcessTable {

  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /** The arguments of a process; empty if it is gone. */
  public static List<String> arguments(long pid) {
    try {
      byte[] line = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("cmdline"));
      return List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException gone) {
      return List.of();
    }
  }

  /** The working folder of a process; empty if it is gone or belongs to somebody else. */
  public static Optional<Path> workingFolder(long pid) {
    try {
      return Optional.of(Files.readSymbolicLink(PROC.resolve(Long.toString(pid)).resolve("cwd")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** The ids of all processes that {@code test} holds for. */
  public static List<Long> find(LongPredicate test) {
    try (var entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .filter(pid -> isAlive(pid) && test.test(pid))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("/proc cannot be listed", unreadable);
    }
  }

  /** Whether a process runs: one that has ended and waits to be collected does not. */
  public static boolean isAlive(long pid) {
    try {
      String stat =
          Files.readString(
              PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException gone) {
      return false;
    }
  }
}
