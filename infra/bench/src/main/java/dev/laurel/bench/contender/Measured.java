package dev.laurel.bench.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.bench.board.Boards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * What one run came to.
 *
 * @param records records that the sources of events gave out
 * @param cpuSeconds CPU time of the whole process, from its start to the end of the checkpoint that
 *     holds everything (or of the job, where the input is bounded)
 * @param seconds from the first record to the last movement of any operator
 * @param upSeconds from the start of the process to the last movement of any operator
 * @param taken records by the operator that took them: those of outlets are rows and messages
 * @param checkpoints completed ones
 * @param syncMillis the longest synchronous part of a checkpoint in any subtask
 * @param checkpointMillis the longest checkpoint from trigger to last acknowledgement
 * @param stateMegabytes size of the last one
 * @param busy by task, busy time of each subtask as a part of the run
 */
public record Measured(
    long records,
    double cpuSeconds,
    double seconds,
    double upSeconds,
    Map<String, Long> taken,
    int checkpoints,
    long syncMillis,
    long checkpointMillis,
    double stateMegabytes,
    Map<String, double[]> busy,
    Boards boards,
    String plan) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Hands it over, whole at once, to the process that asked for the run. */
  public void write(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    JSON.writeValue(unfinished.toFile(), this);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a process under test has handed over. */
  public static Measured read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Measured.class);
  }
}
