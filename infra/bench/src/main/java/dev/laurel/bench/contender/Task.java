package dev.laurel.bench.contender;

import java.util.List;

/**
 * What one process under test is to do, as it is handed over in a file.
 *
 * @param contender who runs
 * @param records records of the events topic: all of them are processed
 * @param restoresFrom where the checkpoint is from which it goes on; empty to begin anew
 * @param jobOptions further options of Laurel's job
 * @param folder where checkpoints, working files and results go
 */
public record Task(
    String contender,
    String bootstrapServers,
    String eventsTopic,
    String catalogTopic,
    OutputTopics outputs,
    long records,
    int parallelism,
    int managedMegabytes,
    String restoresFrom,
    List<String> jobOptions,
    String folder) {

  /** The same over another log. */
  public Task over(String otherTopic, long itsRecords) {
    return with(otherTopic, itsRecords, restoresFrom, folder);
  }

  /** The same in another folder, going on from a checkpoint that so many records follow. */
  public Task from(String checkpoint, long recordsLeft, String otherFolder) {
    return with(eventsTopic, recordsLeft, checkpoint, otherFolder);
  }

  private Task with(String topic, long itsRecords, String checkpoint, String itsFolder) {
    return new Task(
        contender,
        bootstrapServers,
        topic,
        catalogTopic,
        outputs,
        itsRecords,
        parallelism,
        managedMegabytes,
        checkpoint,
        jobOptions,
        itsFolder);
  }
}
