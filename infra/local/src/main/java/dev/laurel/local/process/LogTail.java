package dev.laurel.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The last lines of a log file without stack frames, for messages that have to say what went wrong.
 */
public final class LogTail {

  private static final int BYTES = 16_384;

  private LogTail() {}

  /** At most {@code count} lines from the end of {@code file}; none if it cannot be read. */
  public static List<String> of(Path file, int count) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.max(0, log.length() - BYTES));
      byte[] end = new byte[(int) Math.min(BYTES, log.length())];
      log.readFully(end);
      List<String> lines =
          new String(end, StandardCharsets.UTF_8).lines().filter(LogTail::isNoFrame).toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static boolean isNoFrame(String line) {
    return !line.startsWith("\tat ") && !line.startsWith("\t... ");
  }
}
