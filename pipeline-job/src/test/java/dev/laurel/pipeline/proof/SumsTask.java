package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.rollup.Subject;
import dev.laurel.pipeline.rollup.SumPeriods;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Flink's harness around the task that sums figures up. */
final class SumsTask
    extends KeyedOneInputStreamOperatorTestHarness<Subject, DayFigures, PeriodFigures> {

  SumsTask(int keyGroups) throws Exception {
    super(
        new SumPeriods(), DayFigures::subject, TypeInformation.of(Subject.class), keyGroups, 1, 0);
  }
}
