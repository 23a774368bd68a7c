package dev.laurel.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scripts of {@code infra}, run as a user runs them; the build that runs the tests has built
 * everything.
 */
record Scripts(Path root) {

  /** Runs a script with its arguments and returns its standard output. */
  String run(Object... command) {
    List<String> words = new ArrayList<>();
    words.add(root.resolve("infra").resolve(command[0].toString()).toString());
    Stream.of(command).skip(1).map(Object::toString).forEach(words::add);
    return execute(words);
  }

  /** Runs a command; fails with everything it said if it does. */
  static String execute(List<String> command) {
    try {
      Path errors = Files.createTempFile("laurel-", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().put("LAUREL_BUILD", "never");
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(
            "%s ended with exit code %d:%n%s%n%s"
                .formatted(String.join(" ", command), process.exitValue(), output, read(errors)));
      }
      Files.delete(errors);
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
