package dev.laurel.local.replay;

import dev.laurel.local.kafka.RecordSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Sends the lines of files to a topic of events, byte for byte and in order, and says how far. */
public final class SendFiles {
  private final String topic;
  private final RecordSender sender;
  private final Pace pace;
  private final Progress progress;
  private final long startedAt = System.nanoTime();
  private long sent;
  private long bytesBefore;

  private SendFiles(String topic, RecordSender sender, OptionalInt rate, long bytes) {
    this.topic = topic;
    this.sender = sender;
    this.pace = new Pace(rate);
    this.progress = new Progress(System.err, Boolean.getBoolean("laurel.terminal"), bytes);
  }

  /**
   * Sends all of them, one after the other.
   *
   * @param rate records a second, at most; as fast as possible if empty
   * @throws IOException if a file cannot be read or Kafka refuses a record
   */
  public static void to(String topic, String bootstrapServers, List<Path> files, OptionalInt rate)
      throws IOException, InterruptedException {
    long bytes = totalBytes(files);
    try (RecordSender sender = new RecordSender(bootstrapServers)) {
      SendFiles sending = new SendFiles(topic, sender, rate, bytes);
      for (Path file : files) {
        sending.send(file);
      }
      sender.flush();
      sending.progress.end(sending.sent);
      System.out.println(sending.progress.summary(sending.sent));
    }
  }

  private void send(Path path) throws IOException, InterruptedException {
    try (EventFile file = EventFile.open(path)) {
      for (Optional<byte[]> line = file.next(); line.isPresent(); line = file.next()) {
        await(startedAt + pace.due(sent).toNanos());
        // The returned future is the sender's: it fails at the next record or the flush.
        var unused = sender.send(topic, PlayerKey.of(line.get()), line.get());
        sent++;
        progress.at(bytesBefore + file.bytesRead(), sent);
      }
    }
    bytesBefore += Files.size(path);
  }

  private static void await(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private static long totalBytes(List<Path> files) throws IOException {
    long total = 0;
    for (Path file : files) {
      try {
        total += Files.size(file);
      } catch (NoSuchFileException missing) {
        throw new IOException("FILE is %s, which does not exist".formatted(file), missing);
      }
    }
    return total;
  }
}
