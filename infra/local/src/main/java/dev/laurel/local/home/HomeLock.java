package dev.laurel.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to run a stack in a home; the operating system takes it back when its holder dies,
 * however it dies.
 */
public final class HomeLock implements AutoCloseable {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock of {@code home}, or empty while a supervisor holds it. */
  public static Optional<HomeLock> tryTake(Home home) throws IOException {
    Files.createDirectories(home.lock().toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new HomeLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
