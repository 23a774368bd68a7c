package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.proof.Deed;
import dev.laurel.pipeline.proof.Display;
import dev.laurel.pipeline.proof.Rule;
import dev.laurel.pipeline.proof.Top;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the {@link GoldenSavepoint} of this version anew, which runs when it is named only: {@code
 * mvn -pl pipeline-job -am test -Dtest=MakeGoldenSavepoint
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 *
 * <p>A savepoint of a version that has been released is never made anew: it is what those who run
 * that version have.
 */
class MakeGoldenSavepoint {
  private static final String NEWEST = "closed-games";

  private static final int MANY = 400;
  private static final int BEFORE = 300;
  private static final Display SHOWN = Display.whole(GoldenSavepoint.CONFIG.plan().topSize());

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(3)
              .build());

  private final FinishedLog log = FinishedLog.of(MANY, 7);
  private final long now = Instant.now().toEpochMilli();

  @Test
  void makeIt(@TempDir Path folder, @InjectMiniCluster MiniCluster cluster) throws Exception {
    GoldenSavepoint golden = GoldenSavepoint.of(NEWEST);
    List<Deed> before = new ArrayList<>(log.deeds().subList(0, BEFORE));
    before.add(waiting());
    List<Deed> after = log.deeds().subList(BEFORE, log.deeds().size());
    List<Rule> late = List.of(rule("game", "late", 0), rule("achievement", "late/win", 70));

    WholeJob whole = new WholeJob(cluster, folder);
    whole.publish(log.rules());
    whole.append(before);
    JobClient job = whole.start(GoldenSavepoint.CONFIG, 2, Optional.empty());
    awaitBoards(whole, log.upTo(BEFORE));
    String savepoint = whole.stop(job);
    List<String> boardsBefore = GoldenSavepoint.inLines(whole.boards(log.keptSince()));

    List<Rule> rules = new ArrayList<>(log.rules());
    rules.addAll(late);
    List<Deed> deeds = new ArrayList<>(before);
    deeds.addAll(after);
    whole.publish(late);
    whole.append(after);
    job = whole.start(GoldenSavepoint.CONFIG, 3, Optional.of(savepoint));
    FinishedLog all = new FinishedLog(rules, deeds);
    awaitBoards(whole, all);
    job.cancel().get();

    keep(Path.of(URI.create(savepoint)), golden.savepoint());
    golden.write("read.txt", read(before));
    golden.write("catalog.tsv", late.stream().map(MakeGoldenSavepoint::line).toList());
    golden.write("events.tsv", after.stream().map(MakeGoldenSavepoint::line).toList());
    golden.write("boards-before.txt", boardsBefore);
    golden.write("boards.txt", GoldenSavepoint.inLines(all.boards(SHOWN)));
    golden.write("kept-since.txt", List.of(log.keptSince().toString()));
  }

  /** An unlock of a game that is not known yet when the savepoint is made. */
  private Deed waiting() {
    long at = log.deeds().get(0).occurredAt();
    Optional<String> game = Optional.of("late");
    return new Deed(
        MANY * 2, "unlock", "waits", game, "win", "waits", "", Optional.empty(), at, now);
  }

  private Rule rule(String kind, String name, long points) {
    long published = now + Duration.ofSeconds(30).toMillis();
    return new Rule(kind, name, true, false, false, points, points, 0, 0, published);
  }

  private static void awaitBoards(WholeJob whole, FinishedLog read) {
    Map<String, Top> boards = read.boards(SHOWN);
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(whole.boards(read.keptSince())).isEqualTo(boards));
  }

  private List<String> read(List<Deed> before) {
    List<String> read = new ArrayList<>();
    IntStream.range(0, WholeJob.PARTITIONS)
        .mapToLong(
            partition ->
                before.stream()
                    .filter(deed -> WholeJob.partitionOf(deed.player()) == partition)
                    .count())
        .forEach(count -> read.add(Long.toString(count)));
    read.add(Integer.toString(log.rules().size()));
    return read;
  }

  private static String line(Rule rule) {
    return Instant.ofEpochMilli(rule.publishedAt()) + "\t" + rule.json();
  }

  private static String line(Deed deed) {
    return "%s\t%s\t%d\t%s"
        .formatted(
            Instant.ofEpochMilli(deed.loggedAt()),
            deed.player(),
            deed.offset(),
            deed.sample().json());
  }

  private static void keep(Path made, Path kept) throws IOException {
    Files.createDirectories(kept);
    try (var old = Files.list(kept)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    try (var files = Files.list(made)) {
      for (Path file : files.toList()) {
        Files.copy(file, kept.resolve(file.getFileName().toString()));
      }
    }
  }
}
