package dev.laurel.bench.ranks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured beside Laurel comes from Debian's packages, and is installed where it can be.
 */
final class Packages {

  private Packages() {}

  /** Installs what is missing, as root; says what is missing otherwise. */
  static void require(String... programs) throws IOException, InterruptedException {
    List<String> missing = Arrays.stream(programs).filter(program -> !isThere(program)).toList();
    if (missing.isEmpty()) {
      return;
    }
    if (isThere("apt-get") && "root".equals(System.getProperty("user.name"))) {
      String command =
          "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "
              + String.join(" ", missing);
      Process install =
          new ProcessBuilder("sh", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      install.waitFor();
    }
    List<String> left = missing.stream().filter(program -> !isThere(program)).toList();
    if (!left.isEmpty()) {
      throw new IOException(
          "This needs %s: apt-get install %s (as root)"
              .formatted(String.join(" and ", left), String.join(" ", left)));
    }
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
