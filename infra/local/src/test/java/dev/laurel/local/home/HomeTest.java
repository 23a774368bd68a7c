package dev.laurel.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {

  @TempDir Path folder;

  @Test
  void aFolderWithOtherFilesIsNotOurs() throws IOException {
    Files.createFile(folder.resolve("thesis.txt"));

    assertThat(Home.at(folder).isOurs()).isFalse();
  }

  @Test
  void anEmptyMissingOrUsedHomeIsOurs() throws IOException {
    Home used = Home.at(folder.resolve("used"));
    used.prepare();

    assertThat(used.isOurs()).isTrue();
    assertThat(Home.at(folder.resolve("missing")).isOurs()).isTrue();
  }

  @Test
  void emptyingLeavesNothingButTheLock() throws IOException {
    Home home = Home.at(folder);
    try (HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
      home.prepare();
      Files.writeString(home.pidFile("kafka"), "1\n");
      Files.createDirectories(home.checkpoints().resolve("job/chk-1"));

      home.empty();

      try (var left = Files.walk(folder)) {
        assertThat(left.filter(Files::isRegularFile)).containsExactly(home.lock());
      }
    }
  }

  @Test
  void aHomeIsLockedOnceAtATime() throws Exception {
    Home home = Home.at(folder);
    try (HomeLock lock = HomeLock.tryTake(home).orElseThrow()) {
      assertThat(lockedElsewhere(home)).isTrue();
    }
    assertThat(lockedElsewhere(home)).isFalse();
  }

  @Test
  void theAddressesOfAStackAreReadBackFromItsHome() throws IOException {
    Home home = Home.at(folder);
    Addresses.of(new Ports(40)).write(home);

    assertThat(Addresses.read(home)).isEqualTo(Addresses.of(new Ports(40)));
  }

  @Test
  void aHomeWithoutAStackIsNamed() throws IOException {
    Home home = Home.at(folder);

    assertThatThrownBy(() -> Addresses.read(home))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(home.folder().toString())
        .hasMessageContaining("infra/up");
  }

  /** A lock belongs to a process, so another one has to try. */
  private static boolean lockedElsewhere(Home home) throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TakesLock.class.getName(),
                home.folder().toString())
            .inheritIO()
            .start();
    return other.waitFor() == 3;
  }

  /** A program that ends with 3 if the home of its argument is locked. */
  static final class TakesLock {

    private TakesLock() {}

    public static void main(String[] arguments) throws IOException {
      System.exit(HomeLock.tryTake(Home.at(Path.of(arguments[0]))).isPresent() ? 0 : 3);
    }
  }
}
