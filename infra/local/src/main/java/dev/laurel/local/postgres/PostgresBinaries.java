package dev.laurel.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL, unpacked once from the archive on the class path. */
public record PostgresBinaries(Path folder) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Unpacks the programs into {@code folder} unless it holds them already. */
  public static PostgresBinaries unpackedTo(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
      Path unfinished = Files.createTempDirectory(parent, folder.getFileName() + "-");
      unpack(unfinished);
      settle(unfinished, folder);
    }
    return new PostgresBinaries(folder);
  }

  /** The path of one program. */
  public String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(Path folder) throws IOException {
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IOException(
            "the programs of PostgreSQL (%s) are not on the class path".formatted(ARCHIVE));
      }
      TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      if ((entry.getMode() & 0100) != 0) {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(path, permissions);
      }
    }
  }

  /** Moves whole programs into place; when another start was quicker, its programs are used. */
  private static void settle(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException another) {
      if (!Files.isDirectory(folder)) {
        throw another;
      }
      try (var paths = Files.walk(unfinished)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
