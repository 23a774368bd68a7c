package dev.laurel.bench.contender;

import java.util.List;

/**
 * What one process under test is to do, as it is handed over in a file.
 *
 * @param contender who runs
 * @param records records of the events topic: all of them are processed
 * @param jobOptions further options of Laurel's job
 * @param folder where checkpoints, working files and results go
 */
public record Task(
    String contender,
    String bootstrapServers,
    String eventsTopic,
    String catalogTopic,
    String rankChangesTopic,
    String deadLettersTopic,
    long records,
    int parallelism,
    int managedMegabytes,
    List<String> jobOptions,
    String folder) {

  /** The same over another log. */
  public Task over(String otherTopic, long itsRecords) {
    return new Task(
        contender,
        bootstrapServers,
        otherTopic,
        catalogTopic,
        rankChangesTopic,
        deadLettersTopic,
        itsRecords,
        parallelism,
        managedMegabytes,
        jobOptions,
        folder);
  }
}
