package dev.laurel.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventFileTest {

  private static final byte[] BYTES =
      "{\"a\": 1}\r\n\nbroken \u00e9\nlast".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;

  @Test
  void linesAreReadByteForByteEmptyOnesAndTheLastOneIncluded() throws IOException {
    Path file = Files.write(folder.resolve("events.jsonl"), BYTES);

    assertThat(lines(file)).containsExactly("{\"a\": 1}\r", "", "broken \u00e9", "last");
  }

  @Test
  void aZippedFileIsKnownByItsContentNotItsName() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(BYTES);
    }
    Path file = Files.write(folder.resolve("events"), zipped.toByteArray());

    assertThat(lines(file)).containsExactly("{\"a\": 1}\r", "", "broken \u00e9", "last");
  }

  @Test
  void aLineFeedAtTheEndBeginsNoFurtherLine() throws IOException {
    Path file = Files.writeString(folder.resolve("events.jsonl"), "one\ntwo\n");

    assertThat(lines(file)).containsExactly("one", "two");
  }

  @Test
  void atTheEndAllBytesOfTheFileAreRead() throws IOException {
    Path file = Files.write(folder.resolve("events.jsonl"), BYTES);
    try (EventFile events = EventFile.open(file)) {
      while (events.next().isPresent()) {}

      assertThat(events.bytesRead()).isEqualTo(BYTES.length);
    }
  }

  private static List<String> lines(Path path) throws IOException {
    List<String> lines = new ArrayList<>();
    try (EventFile file = EventFile.open(path)) {
      for (Optional<byte[]> line = file.next(); line.isPresent(); line = file.next()) {
        lines.add(new String(line.get(), StandardCharsets.ISO_8859_1));
      }
    }
    return lines;
  }
}
