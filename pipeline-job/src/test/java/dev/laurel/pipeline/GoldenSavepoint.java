package dev.laurel.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.LedgerConfig;
import dev.laurel.pipeline.ledger.TableGroup;
import dev.laurel.pipeline.proof.Top;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A savepoint that was made once and is kept, so that what is built later is held to go on from it.
 * Its folder holds
 *
 * <ul>
 *   <li>{@code savepoint/}, as Flink wrote it in its canonical format;
 *   <li>{@code read.txt}, how many records of each partition of the events, then of the catalog,
 *       were read before it;
 *   <li>{@code catalog.tsv} and {@code events.tsv}, what is published and logged after it: log
 *       time, of events player and offset too, and the record;
 *   <li>{@code boards.txt}, the boards that all of it comes to, but those of days and weeks before
 *       the day in {@code kept-since.txt}; {@code boards-before.txt}, what they were before.
 * </ul>
 */
record GoldenSavepoint(Path folder) {
  /** Few players a slice and few in the cache, so that all of the state is used. */
  static final LedgerConfig CONFIG =
      new LedgerConfig(
          BoardPlan.everything(5),
          3,
          Duration.ofMillis(50),
          6,
          3,
          40,
          3,
          EnumSet.allOf(TableGroup.class));

  /** The one of the first version that could do what it is named for. */
  static GoldenSavepoint of(String name) {
    return new GoldenSavepoint(
        Path.of("src/test/resources/golden-savepoint", name).toAbsolutePath());
  }

  Path savepoint() {
    return folder.resolve("savepoint");
  }

  /** Fills the logs with what the savepoint has behind it, which must not be read again. */
  void standInForWhatWasRead(WholeJob whole) throws IOException {
    List<Integer> read = lines("read.txt").stream().map(Integer::valueOf).toList();
    byte[] value = "read again".getBytes(UTF_8);
    for (int partition = 0; partition < WholeJob.PARTITIONS; partition++) {
      for (int offset = 0; offset < read.get(partition); offset++) {
        whole.append(
            partition, new SourceRecord("log", partition, offset, Instant.EPOCH, value, value));
      }
    }
    for (int offset = 0; offset < read.get(WholeJob.PARTITIONS); offset++) {
      whole.publish(Instant.EPOCH, "read again");
    }
  }

  /** Publishes and logs what comes after it. */
  void goOn(WholeJob whole) throws IOException {
    for (String line : lines("catalog.tsv")) {
      String[] column = line.split("\t", 2);
      whole.publish(Instant.parse(column[0]), column[1]);
    }
    for (String line : lines("events.tsv")) {
      String[] column = line.split("\t", 4);
      byte[] key = column[1].getBytes(UTF_8);
      int partition = WholeJob.partitionOf(column[1]);
      long offset = Long.parseLong(column[2]);
      Instant at = Instant.parse(column[0]);
      byte[] value = column[3].getBytes(UTF_8);
      whole.append(partition, new SourceRecord("log", partition, offset, at, key, value));
    }
  }

  /** A day since which all boards are kept in the end. */
  LocalDate keptSince() throws IOException {
    return LocalDate.parse(lines("kept-since.txt").get(0));
  }

  /** The boards that it comes to, each in a line as {@link #line} writes it. */
  List<String> boards() throws IOException {
    return lines("boards.txt");
  }

  /** Those that had been told before it: a closed board is not told again as long as it stays. */
  List<String> boardsBefore() throws IOException {
    return lines("boards-before.txt");
  }

  static List<String> inLines(Map<String, Top> boards) {
    List<String> lines = new ArrayList<>();
    boards.forEach((key, top) -> lines.add(line(key, top)));
    return lines;
  }

  private static String line(String key, Top top) {
    StringBuilder line = new StringBuilder(key).append(" of ").append(top.total());
    top.lines()
        .forEach(
            one ->
                line.append(
                    " %s,%d,%d,%s"
                        .formatted(
                            one.player(), one.score(), one.reachedAt(), one.region().orElse("-"))));
    return line.toString();
  }

  void write(String file, List<String> lines) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(file), lines);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }
}
