package dev.laurel.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetainedCheckpointsTest {

  @TempDir Path folder;

  @Test
  void theNewestIsTheOneCompletedLastWhateverItsNumber() throws IOException {
    complete("first-job/chk-90", "2026-03-01T10:00:00Z");
    Path newest = complete("second-job/chk-7", "2026-03-01T11:00:00Z");
    complete("second-job/chk-6", "2026-03-01T10:59:55Z");

    assertThat(new RetainedCheckpoints(folder).newest()).contains(newest);
  }

  @Test
  void oneWithoutMetadataIsNotComplete() throws IOException {
    Path complete = complete("job/chk-1", "2026-03-01T10:00:00Z");
    Files.createDirectories(folder.resolve("job/chk-2"));

    assertThat(new RetainedCheckpoints(folder).newest()).contains(complete);
  }

  @Test
  void ofTwoInTheSameInstantTheGreaterNumberIsNewer() throws IOException {
    complete("job/chk-9", "2026-03-01T10:00:00Z");
    Path tenth = complete("job/chk-10", "2026-03-01T10:00:00Z");

    assertThat(new RetainedCheckpoints(folder).newest()).contains(tenth);
  }

  @Test
  void whereThereIsNoneThereIsNone() throws IOException {
    Files.createDirectories(folder.resolve("job/shared"));

    assertThat(new RetainedCheckpoints(folder).newest()).isEmpty();
    assertThat(new RetainedCheckpoints(folder.resolve("missing")).newest()).isEmpty();
  }

  private Path complete(String name, String at) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "state");
    Files.setLastModifiedTime(metadata, FileTime.from(Instant.parse(at)));
    return checkpoint;
  }
}
