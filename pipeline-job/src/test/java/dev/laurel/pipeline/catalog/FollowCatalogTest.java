package dev.laurel.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowCatalogTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BAD = "{\"kind\":\"player\"}";

  /** Where the topic ends, and how often that was asked; below 0: nobody can tell. */
  private static final AtomicLong END = new AtomicLong();

  private static final AtomicInteger ASKED = new AtomicInteger();

  private OneInputStreamOperatorTestHarness<SourceRecord, CatalogUpdate> catalog;

  @BeforeEach
  void start() throws Exception {
    END.set(0);
    catalog = started(Optional.empty());
  }

  @AfterEach
  void stop() throws Exception {
    catalog.close();
  }

  @Test
  void tellsTheVersionsOfADefinition() throws Exception {
    process(0, NOON, game("chess", true));
    process(1, NOON.plusSeconds(60), game("chess", false));
    process(2, NOON.plusSeconds(60), game("go", true));

    assertThat(told())
        .extracting(Definition::subject, Definition::inForceFrom, Definition::active)
        .containsExactly(
            tuple(Subject.game("chess"), Instant.EPOCH, true),
            tuple(Subject.game("chess"), NOON.plusSeconds(65), false),
            tuple(Subject.game("go"), Instant.EPOCH, true));
  }

  @Test
  void handsOnWhatIsNoDefinition() throws Exception {
    process(0, NOON, BAD);

    assertThat(told()).isEmpty();
    assertThat(catalog.getSideOutput(FollowCatalog.UNREADABLE))
        .map(StreamRecord::getValue)
        .map(DeadLetter::refusal)
        .map(refusal -> refusal.reason())
        .containsExactly(Reason.INVALID_FIELD);
  }

  @Test
  void tellsThatAnEmptyCatalogIsComplete() throws Exception {
    Instant before = Instant.now();

    lookAgain();

    assertThat(completeness()).isNotEmpty();
    assertThat(completeness().get(0))
        .isBetween(before.minusSeconds(10), Instant.now().minusSeconds(2));
  }

  @Test
  void tellsNothingOfCompletenessBeforeTheEndIsRead() throws Exception {
    END.set(2);
    awaitLook();
    process(0, NOON, game("chess", true));

    lookAgain();
    assertThat(completeness()).isEmpty();

    process(1, NOON, BAD);
    lookAgain();
    assertThat(completeness()).hasSize(1);
  }

  @Test
  void looksAgainWhenTheEndCannotBeTold() throws Exception {
    END.set(-1);
    awaitLook();
    END.set(0);

    lookAgain();

    assertThat(completeness()).isNotEmpty();
  }

  @Test
  void continuesBehindASnapshot() throws Exception {
    process(0, NOON, achievement(true));
    process(1, NOON, game("chess", true));
    process(2, NOON.plusSeconds(60), game("chess", false));
    OperatorSubtaskState snapshot = catalog.snapshot(1, 1);
    catalog.close();
    END.set(3);

    catalog = started(Optional.of(snapshot));
    lookAgain();
    process(3, NOON.plusSeconds(120), achievement(false));
    process(4, NOON.plusSeconds(120), game("chess", true));

    assertThat(completeness()).isNotEmpty();
    assertThat(told()).extracting(Definition::repeatable).containsExactly(true, false);
    assertThat(told()).extracting(Definition::inForceFrom).containsOnly(NOON.plusSeconds(125));
  }

  private static OneInputStreamOperatorTestHarness<SourceRecord, CatalogUpdate> started(
      Optional<OperatorSubtaskState> snapshot) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(new FollowCatalog(() -> new KnownEnd()));
    harness.setup(
        TypeInformation.of(CatalogUpdate.class)
            .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (snapshot.isPresent()) {
      harness.initializeState(snapshot.get());
    }
    harness.open();
    return harness;
  }

  /** Waits for two looks to begin, so that one was wholly later than the call. */
  private static void awaitLook() {
    int asked = ASKED.get();
    await().until(() -> ASKED.get() >= asked + 2);
  }

  private void lookAgain() throws Exception {
    awaitLook();
    catalog.setProcessingTime(catalog.getProcessingTime() + 500);
  }

  private void process(long offset, Instant at, String json) throws Exception {
    catalog.processElement(new StreamRecord<>(CatalogLog.record(offset, at, json)));
  }

  private List<Definition> told() {
    return catalog.extractOutputValues().stream()
        .flatMap(told -> told.published().stream())
        .toList();
  }

  private List<Instant> completeness() {
    return catalog.extractOutputValues().stream()
        .filter(told -> told.published().isEmpty())
        .map(CatalogUpdate::completeUpTo)
        .toList();
  }

  private static String game(String gameId, boolean active) {
    return "{\"kind\":\"game\",\"gameId\":\"%s\",\"name\":\"G\",\"active\":%s}"
        .formatted(gameId, active);
  }

  private static String achievement(boolean repeatable) {
    return "{\"kind\":\"achievement\",\"gameId\":\"chess\",\"achievementId\":\"check\",\"name\":\"C\",\"points\":1,\"repeatable\":%s}"
        .formatted(repeatable);
  }

  private static final class KnownEnd implements CatalogEnd.Connection {
    @Override
    public long endOffset() {
      ASKED.incrementAndGet();
      if (END.get() < 0) {
        throw new IllegalStateException("the broker is away, as the test wants it");
      }
      return END.get();
    }

    @Override
    public void close() {}
  }
}
