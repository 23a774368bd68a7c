package dev.laurel.pipeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.Figure;
import dev.laurel.pipeline.rollup.PeriodFigures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadEventsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration TELLING = Duration.ofSeconds(2);

  private OneInputStreamOperatorTestHarness<Arrival, PlayerEvent> task;

  @BeforeEach
  void start() throws Exception {
    task = new OneInputStreamOperatorTestHarness<>(reader());
    task.open();
  }

  @AfterEach
  void stop() throws Exception {
    task.close();
  }

  @Test
  void letsEventsPassAndHandsOutTheOthersWhole() throws Exception {
    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    take(EventSample.unlock().with("occurredAt", "7").loggedAt(NOON));

    assertThat(task.extractOutputValues()).hasSize(1);
    assertThat(task.getSideOutput(ReadEvents.UNREADABLE)).hasSize(1);
  }

  @Test
  void countsWhatItReadsByDayOfLogTime() throws Exception {
    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    take(EventSample.unlock().at(NOON).loggedAt(NOON.plus(Duration.ofDays(1))));
    take(EventSample.unlock().with("occurredAt", "7").loggedAt(NOON));
    assertThat(counted()).as("not before its time").isEmpty();

    task.setProcessingTime(TELLING.toMillis());

    assertThat(counted()).containsExactly("2026-03-01 2 1", "2026-03-02 1 0");
  }

  @Test
  void tellsWhatItHasCountedBeforeABarrierAndAtTheEnd() throws Exception {
    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    task.prepareSnapshotPreBarrier(1);
    assertThat(counted()).containsExactly("2026-03-01 1 0");

    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    task.getOperator().finish();
    assertThat(counted()).containsExactly("2026-03-01 1 0");
  }

  @Test
  void theEndComesBehindTheWatermarkOfTheLastEvents() throws Exception {
    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    take(EventSample.unlock().at(NOON.minusSeconds(9)).loggedAt(NOON));
    take(EventSample.profile().at(NOON.plusSeconds(9)).loggedAt(NOON.plusSeconds(9)));
    task.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(task.getOutput())
        .filteredOn(Watermark.class::isInstance)
        .containsExactly(
            new Watermark(NOON.minusSeconds(60).toEpochMilli() - 1), Watermark.MAX_WATERMARK);
  }

  @Test
  void aLogWithoutEventsJustEnds() throws Exception {
    task.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(task.getOutput()).containsExactly(Watermark.MAX_WATERMARK);
  }

  /** What gives watermarks knows nothing after a restart, and nothing new may come. */
  @Test
  void tellsAfterARestartHowFarTheLogWasComplete() throws Exception {
    task.processWatermark(new Watermark(500));

    restart();

    assertThat(watermarks()).containsExactly(500L);
  }

  @Test
  void neverTellsLessThanBeforeTheRestart() throws Exception {
    task.processWatermark(new Watermark(500));
    task.processWatermark(new Watermark(400));
    restart();
    task.processWatermark(new Watermark(499));
    task.processWatermark(new Watermark(501));
    assertThat(watermarks()).containsExactly(500L, 501L);

    restart();

    assertThat(watermarks()).containsExactly(501L);
  }

  /** The last events come between two looks at how far the log is complete. */
  @Test
  void whenThePartitionsAreIdleTheLastEventsHaveTheirWatermarkAlsoAfterARestart() throws Exception {
    take(EventSample.unlock().at(NOON).loggedAt(NOON));
    restart();
    assertThat(watermarks()).isEmpty();

    task.processWatermarkStatus(WatermarkStatus.IDLE);

    assertThat(task.getOutput())
        .containsExactly(
            new Watermark(NOON.minusSeconds(60).toEpochMilli() - 1), WatermarkStatus.IDLE);
  }

  @Test
  void withoutEventsAnIdleTaskTellsNothing() throws Exception {
    task.processWatermarkStatus(WatermarkStatus.IDLE);

    assertThat(task.getOutput()).containsExactly(WatermarkStatus.IDLE);
  }

  @Test
  void everyTaskWasCompleteAsFarAsTheOneThatHeldTheOthersBack() throws Exception {
    restart(left(300, false), left(500, false));
    assertThat(watermarks()).containsExactly(300L);
    restart(left(300, true), left(500, false));
    assertThat(watermarks()).containsExactly(500L);
    restart(left(300, true), left(500, true));
    assertThat(watermarks()).containsExactly(500L);
    restart(left(Long.MIN_VALUE, false), left(500, false));
    assertThat(watermarks()).isEmpty();
  }

  /** Flink takes no checkpoint of a list that every task is given when some tasks have ended. */
  @Test
  void ofALogThatEndsNothingIsKept() throws Exception {
    task.close();
    task = new OneInputStreamOperatorTestHarness<>(new ReadEvents(Boundedness.BOUNDED));
    task.open();
    task.processWatermark(new Watermark(500));

    assertThat(task.snapshot(1, 0).getManagedOperatorState()).isEmpty();
  }

  private void restart() throws Exception {
    startWith(task.snapshot(1, 0));
  }

  /** As the second of two tasks, which left that behind. */
  private void restart(OperatorSubtaskState... left) throws Exception {
    var all = AbstractStreamOperatorTestHarness.repackageState(left);
    startWith(AbstractStreamOperatorTestHarness.repartitionOperatorState(all, 2, 2, 2, 1));
  }

  private static OperatorSubtaskState left(long watermark, boolean isIdle) throws Exception {
    try (var other = new OneInputStreamOperatorTestHarness<>(reader())) {
      other.open();
      other.processWatermark(new Watermark(watermark));
      other.processWatermarkStatus(isIdle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
      return other.snapshot(1, 0);
    }
  }

  private void startWith(OperatorSubtaskState left) throws Exception {
    task.close();
    task = new OneInputStreamOperatorTestHarness<>(reader());
    task.initializeState(left);
    task.open();
    task.setProcessingTime(1);
  }

  private static ReadEvents reader() {
    return new ReadEvents(Boundedness.CONTINUOUS_UNBOUNDED);
  }

  private List<Long> watermarks() {
    return task.getOutput().stream()
        .filter(Watermark.class::isInstance)
        .map(mark -> ((Watermark) mark).getTimestamp())
        .toList();
  }

  private void take(EventSample sample) throws Exception {
    task.processElement(sample.read(), 0);
  }

  private List<String> counted() {
    List<String> counted = new ArrayList<>();
    var told = task.getSideOutput(ReadEvents.COUNTED);
    if (told != null) {
      told.forEach(record -> counted.add(line(record.getValue())));
      told.clear();
    }
    return counted;
  }

  private static String line(DayFigures told) {
    var day = new PeriodFigures(told.subject(), null, told.day(), told.figures(), null);
    return "%s %d %d"
        .formatted(
            LocalDate.ofEpochDay(told.day()), day.get(Figure.RECEIVED), day.get(Figure.DEAD));
  }
}
