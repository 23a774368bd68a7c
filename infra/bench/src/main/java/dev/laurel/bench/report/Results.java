package dev.laurel.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Everything that a benchmark came to, kept in a folder as it comes. */
public final class Results {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<Run> runs = new ArrayList<>();

  private Results(Path folder) {
    this.folder = folder;
  }

  /** Of a benchmark that begins now, in a folder of its own below another. */
  public static Results in(Path folder) throws IOException {
    String now =
        LocalDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss"));
    return new Results(Files.createDirectories(folder.resolve(now)));
  }

  /** Where they are kept. */
  public Path folder() {
    return folder;
  }

  /** The runs so far. */
  public List<Run> runs() {
    return List.copyOf(runs);
  }

  /** Keeps a run. */
  public void add(Run run) throws IOException {
    runs.add(run);
    Files.writeString(
        folder.resolve("runs.jsonl"),
        JSON.writeValueAsString(run) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Prints a table and keeps it under a name; an empty one is passed over. */
  public void tell(String name, String table) throws IOException {
    if (!table.isEmpty()) {
      System.out.println(table);
      keep(name, table);
    }
  }

  /** Keeps a text, such as a plan, under a name. */
  public void keep(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
