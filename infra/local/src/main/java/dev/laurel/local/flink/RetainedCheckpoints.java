package dev.laurel.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints below a folder: {@code job/chk-n}, complete once they have their {@code
 * _metadata}.
 */
public record RetainedCheckpoints(Path folder) {

  private record Checkpoint(Path path, FileTime completedAt, long number) {}

  private static final Comparator<Checkpoint> BY_AGE =
      Comparator.comparing(Checkpoint::completedAt).thenComparingLong(Checkpoint::number);

  /** The checkpoint that was completed last, by whichever submission of the job. */
  public Optional<Path> newest() throws IOException {
    List<Checkpoint> complete = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var jobs = Files.newDirectoryStream(folder, Files::isDirectory)) {
        for (Path job : jobs) {
          addComplete(job, complete);
        }
      }
    }
    return complete.stream().max(BY_AGE).map(Checkpoint::path);
  }

  private static void addComplete(Path job, List<Checkpoint> complete) throws IOException {
    try (var checkpoints = Files.newDirectoryStream(job, "chk-*")) {
      for (Path checkpoint : checkpoints) {
        Path metadata = checkpoint.resolve("_metadata");
        String number = checkpoint.getFileName().toString().substring("chk-".length());
        if (Files.isRegularFile(metadata) && number.matches("\\d{1,18}")) {
          complete.add(
              new Checkpoint(
                  checkpoint, Files.getLastModifiedTime(metadata), Long.parseLong(number)));
        }
      }
    }
  }
}
