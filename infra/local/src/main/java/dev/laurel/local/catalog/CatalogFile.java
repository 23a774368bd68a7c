package dev.laurel.local.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of definitions, one JSON object a line; blank lines are skipped. */
public final class CatalogFile {

  private static final int FAULTS_TOLD = 20;

  private CatalogFile() {}

  /**
   * The definitions of a file; fails, naming line, field, value and what was expected, if any line
   * has a fault.
   */
  public static List<Definition> read(Path file) throws IOException {
    List<Definition> definitions = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    int number = 0;
    for (byte[] line : lines(file)) {
      number++;
      if (isBlank(line)) {
        continue;
      }
      List<String> found = DefinitionCheck.faults(line);
      for (String fault : found) {
        faults.add("%s, line %d: %s".formatted(file, number, fault));
      }
      if (found.isEmpty()) {
        definitions.add(
            new Definition(DefinitionCheck.key(line), new String(line, StandardCharsets.UTF_8)));
      }
    }
    if (!faults.isEmpty()) {
      throw new IOException(told(faults));
    }
    return definitions;
  }

  private static String told(List<String> faults) {
    List<String> lines = new ArrayList<>(faults.subList(0, Math.min(FAULTS_TOLD, faults.size())));
    if (faults.size() > FAULTS_TOLD) {
      lines.add("... and %d more".formatted(faults.size() - FAULTS_TOLD));
    }
    lines.add("Nothing was sent.");
    return String.join("\n", lines);
  }

  private static List<byte[]> lines(Path file) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (byte each : Files.readAllBytes(file)) {
        if (each == '\n') {
          lines.add(line.toByteArray());
          line.reset();
        } else {
          line.write(each);
        }
      }
    } catch (NoSuchFileException missing) {
      throw new IOException("FILE is %s, which does not exist".formatted(file), missing);
    }
    lines.add(line.toByteArray());
    return lines;
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
