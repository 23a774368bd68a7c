package dev.laurel.pipeline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumPeriodsTest {
  private static final Subject CHESS = Subject.game("chess");
  private static final Subject WIN = Subject.achievement("chess", "win");
  private static final Duration TELLING = Duration.ofSeconds(2);
  private static final MapStateDescriptor<String, byte[]> SUMS =
      new MapStateDescriptor<>(
          "sums", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private KeyedOneInputStreamOperatorTestHarness<Subject, DayFigures, PeriodFigures> task;
  private long now;

  @BeforeEach
  void start() throws Exception {
    task = task();
    task.open();
  }

  @AfterEach
  void stop() throws Exception {
    task.close();
  }

  @Test
  void tellsADayAndItsMonthOnceHoweverMuchIsAdded() throws Exception {
    add(CHESS, "2026-02-28", 3);
    add(CHESS, "2026-02-28", 4);
    add(CHESS, "2026-02-01", 1);

    assertThat(told()).as("not before its time").isEmpty();
    assertThat(toldLater())
        .containsExactlyInAnyOrder(
            "chess daily 2026-02-28 7", "chess daily 2026-02-01 1", "chess monthly 2026-02-01 8");
    assertThat(toldLater()).as("not again").isEmpty();
    assertThat(sumsHeld()).as("three sums").hasSize(3);
  }

  @Test
  void tellsWholeSumsAndNotWhatWasAdded() throws Exception {
    add(CHESS, "2026-02-28", 3);
    assertThat(toldLater()).hasSize(2);
    add(CHESS, "2026-02-28", -1);

    assertThat(toldLater())
        .containsExactlyInAnyOrder("chess daily 2026-02-28 2", "chess monthly 2026-02-01 2");
  }

  @Test
  void sumsAchievementsUpOverAllTimeAndTheLogByDayOnly() throws Exception {
    add(WIN, "2024-02-29", 1);
    add(WIN, "2026-03-01", 1);
    add(Subject.LOG, "2026-03-01", 5);

    assertThat(toldLater())
        .containsExactlyInAnyOrder(
            "chess daily 2024-02-29 1",
            "chess daily 2026-03-01 1",
            "chess monthly 2024-02-01 1",
            "chess monthly 2026-03-01 1",
            "chess all-time 1970-01-01 2",
            " daily 2026-03-01 5");
  }

  @Test
  void aRecordThatWaitsBeforeItIsKnownToHaveComeMakesNoRow() throws Exception {
    task.processElement(log(Figure.WAITING, 1), 0);
    assertThat(toldLater()).isEmpty();

    task.processElement(log(Figure.COUNTED, 1), 0);

    letTimePass();
    assertThat(rows()).extracting(row -> row.get(Figure.WAITING)).containsExactly(1L);
  }

  private static DayFigures log(Figure figure, long more) {
    Figures figures = new Figures();
    figures.add(figure, more);
    return new DayFigures(
        Subject.LOG, LocalDate.parse("2026-03-01").toEpochDay(), true, figures.bytes());
  }

  @Test
  void aDayThatIsNotKeptCountsInItsMonthOnly() throws Exception {
    task.processElement(day(CHESS, "2020-01-05", false, 3), 0);

    assertThat(toldLater()).containsExactly("chess monthly 2020-01-01 3");
  }

  @Test
  void forgetsTheDaysOfAMonth400DaysAfterItsEndAndNeverMonths() throws Exception {
    add(CHESS, "2025-01-10", 3);
    add(CHESS, "2025-01-31", 3);
    add(CHESS, "2025-02-01", 3);
    assertThat(toldLater()).hasSize(5);

    reach("2026-03-07T23:59:59Z");
    assertThat(sumsHeld()).hasSize(5);
    reach("2026-03-08T00:00:00Z");
    assertThat(sumsHeld()).as("February and two months").hasSize(3);

    add(CHESS, "2025-01-10", 1);
    assertThat(toldLater()).containsExactly("chess monthly 2025-01-01 7");
  }

  @Test
  void saysWhenAClosedPeriodIsRestated() throws Exception {
    reach("2026-03-02T00:59:59Z");
    add(CHESS, "2026-03-01", 1);
    assertThat(restatements()).isEmpty();

    reach("2026-03-02T01:00:00Z");
    add(CHESS, "2026-03-01", 1);

    assertThat(restatements()).containsExactly("daily at " + Instant.ofEpochMilli(now));
  }

  @Test
  void aWatermarkGoesOnBehindTheRowsThatCameBeforeIt() throws Exception {
    add(CHESS, "2026-03-01", 3);

    reach("2026-03-05T00:00:00Z");

    assertThat(task.getOutput()).hasSize(3);
    assertThat(new ArrayList<>(task.getOutput()).get(2)).isInstanceOf(Watermark.class);
    assertThat(rows())
        .as("they came before their periods closed")
        .allSatisfy(row -> assertThat(row.restatedAt()).isNull());
    assertThat(toldLater()).as("not again").isEmpty();
  }

  @Test
  void tellsBeforeACheckpointWhatIsUntoldAndGoesOnFromIt() throws Exception {
    add(CHESS, "2026-02-28", 3);
    task.prepareSnapshotPreBarrier(1);
    assertThat(told()).hasSize(2);
    OperatorSubtaskState state = task.snapshot(1, 1);
    task.close();
    task = task();
    task.initializeState(state);
    task.open();
    assertThat(toldLater()).as("nothing was left").isEmpty();

    add(CHESS, "2026-02-28", 4);

    assertThat(toldLater())
        .containsExactlyInAnyOrder("chess daily 2026-02-28 7", "chess monthly 2026-02-01 7");
  }

  @Test
  void tellsAtTheEndWhatIsUntold() throws Exception {
    add(CHESS, "2026-02-28", 3);

    task.getOperator().finish();

    assertThat(told())
        .containsExactlyInAnyOrder("chess daily 2026-02-28 3", "chess monthly 2026-02-01 3");
  }

  @Test
  void tellsWhatAnEarlierVersionHadNotToldBeforeItsSavepoint() throws Exception {
    OperatorSubtaskState state;
    try (var earlier = task(new KeyedProcessOperator<>(new TellByTimers()))) {
      earlier.open();
      earlier.processElement(day(CHESS, "2026-02-28", true, 3), 0);
      state = earlier.snapshot(1, 1);
    }
    task.close();
    task = task();
    task.initializeState(state);
    task.open();

    assertThat(toldLater()).containsExactly("chess daily 2026-02-28 3");
    assertThat(toldLater()).as("not again").isEmpty();
  }

  /** Keeps in state what it has not told, and a timer for it. */
  private static final class TellByTimers
      extends KeyedProcessFunction<Subject, DayFigures, PeriodFigures> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(DayFigures day, Context context, Collector<PeriodFigures> out)
        throws Exception {
      String name = new Span(Period.DAILY, day.day()).name();
      getRuntimeContext().getMapState(SUMS).put(name, day.figures());
      getRuntimeContext()
          .getMapState(new MapStateDescriptor<>("untold", Types.STRING, Types.BOOLEAN))
          .put(name, true);
      context.timerService().registerProcessingTimeTimer(TELLING.toMillis());
    }
  }

  @Test
  void tellsWhatIsLeftWhenTheLogEndsAndForgetsNothing() throws Exception {
    add(CHESS, "2026-02-28", 3);
    task.processWatermark(Watermark.MAX_WATERMARK);

    assertThat(told()).hasSize(2);
    assertThat(sumsHeld()).hasSize(2);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Subject, DayFigures, PeriodFigures> task()
      throws Exception {
    return task(new SumPeriods());
  }

  private static KeyedOneInputStreamOperatorTestHarness<Subject, DayFigures, PeriodFigures> task(
      OneInputStreamOperator<DayFigures, PeriodFigures> operator) throws Exception {
    var task =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, DayFigures::subject, TypeInformation.of(Subject.class));
    task.setStateBackend(new EmbeddedRocksDBStateBackend());
    return task;
  }

  private void add(Subject subject, String day, long points) throws Exception {
    task.processElement(day(subject, day, true, points), 0);
  }

  private static DayFigures day(Subject subject, String day, boolean kept, long points) {
    Figures figures = new Figures();
    figures.add(Figure.COUNTED, 1);
    figures.add(Figure.POINTS, points);
    return new DayFigures(subject, LocalDate.parse(day).toEpochDay(), kept, figures.bytes());
  }

  private void reach(String watermark) throws Exception {
    task.processWatermark(new Watermark(Instant.parse(watermark).toEpochMilli()));
  }

  private List<String> toldLater() throws Exception {
    letTimePass();
    return told();
  }

  private void letTimePass() throws Exception {
    now += TELLING.toMillis();
    task.setProcessingTime(now);
  }

  private List<String> told() {
    return rows().stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.subject().gameId(),
                    row.period().label(),
                    row.start().toString(),
                    Long.toString(row.get(Figure.POINTS))))
        .toList();
  }

  /** The sums of chess that are in state. */
  private List<String> sumsHeld() throws Exception {
    AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) task.getOperator();
    KeyedStateBackend<Object> state = operator.getKeyedStateBackend();
    state.setCurrentKey(CHESS);
    MapState<String, byte[]> sums =
        state.getPartitionedState(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, SUMS);
    List<String> names = new ArrayList<>();
    sums.keys().forEach(names::add);
    return names;
  }

  private List<String> restatements() throws Exception {
    letTimePass();
    return rows().stream()
        .filter(row -> row.period() == Period.DAILY && row.restatedAt() != null)
        .map(row -> "daily at " + row.restatedAt())
        .toList();
  }

  private List<PeriodFigures> rows() {
    List<PeriodFigures> rows = task.extractOutputValues();
    task.getOutput().clear();
    return rows;
  }
}
