package dev.laurel.local.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A file of events, a line each, read as bytes: gzip is known by its first two bytes. */
final class EventFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final Counted raw;
  private final InputStream lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private EventFile(Path path, Counted raw, InputStream lines) {
    this.path = path;
    this.raw = raw;
    this.lines = lines;
  }

  static EventFile open(Path path) throws IOException {
    try {
      Counted raw = new Counted(Files.newInputStream(path));
      InputStream bytes = new BufferedInputStream(raw, BUFFER);
      bytes.mark(2);
      boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      InputStream lines =
          zipped ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER) : bytes;
      return new EventFile(path, raw, lines);
    } catch (NoSuchFileException missing) {
      throw new IOException("FILE is %s, which does not exist".formatted(path), missing);
    }
  }

  /** The next line without its line feed and otherwise as it is; empty at the end. */
  Optional<byte[]> next() throws IOException {
    line.reset();
    try {
      int each = lines.read();
      if (each < 0) {
        return Optional.empty();
      }
      while (each >= 0 && each != '\n') {
        line.write(each);
        each = lines.read();
      }
      return Optional.of(line.toByteArray());
    } catch (IOException broken) {
      throw new IOException(
          "%s cannot be read on: %s".formatted(path, broken.getMessage()), broken);
    }
  }

  /** How many bytes of the file itself, zipped or not, have been read. */
  long bytesRead() {
    return raw.count;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
