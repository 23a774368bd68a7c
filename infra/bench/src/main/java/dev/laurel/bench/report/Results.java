package dev.laurel.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Everything that a benchmark came to, kept in a folder as it comes. */
public final class Results {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final List<Run> runs = new ArrayList<>();

  public Results(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
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

  /** Keeps a text, such as a plan, under a name. */
  public void keep(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
