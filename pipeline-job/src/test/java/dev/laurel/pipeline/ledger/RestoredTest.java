package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoredTest {
  private static final KeyGroups ALL = KeyGroups.of(0, 1, 8);
  private static final KeyGroups LEFT = KeyGroups.of(0, 2, 8);
  private static final KeyGroups RIGHT = KeyGroups.of(1, 2, 8);
  private static final Board MONDAY = Board.of("chess", "*", Period.DAILY, 4);
  private static final Board TUESDAY = Board.of("chess", "*", Period.DAILY, 5);

  private static final List<TaskNote> NOTES =
      List.of(
          new TaskNote(LEFT, "plan", 900, 4, false, List.of(MONDAY)),
          new TaskNote(RIGHT, "plan", 800, 5, false, List.of(TUESDAY)));

  @Test
  void aFirstStartKnowsNothingAndRebuildsNothing() {
    assertThat(Restored.from(List.of(), ALL, "plan", -1))
        .isEqualTo(new Restored(-1, Long.MIN_VALUE, Long.MAX_VALUE, false, false, List.of()));
  }

  @Test
  void theSameTaskGoesOnWhereItWas() {
    assertThat(Restored.from(NOTES, RIGHT, "plan", 7))
        .isEqualTo(new Restored(7, 800, 4, false, false, List.of(TUESDAY)));
  }

  @Test
  void anotherParallelismRebuildsAndTakesOverWhatNobodyHadShared() {
    assertThat(Restored.from(NOTES, ALL, "plan", 7))
        .isEqualTo(new Restored(7, 800, 4, true, false, List.of(MONDAY, TUESDAY)));
  }

  @Test
  void anotherPlanRebuilds() {
    assertThat(Restored.from(NOTES, LEFT, "other plan", 7).rebuilds()).isTrue();
  }

  @Test
  void aRebuildThatAnyTaskHadNotEndedIsBegunAgain() {
    List<TaskNote> notes =
        List.of(NOTES.get(0), new TaskNote(RIGHT, "plan", 800, 5, true, List.of()));

    assertThat(Restored.from(notes, LEFT, "plan", 7).rebuilds()).isTrue();
    assertThat(Restored.from(notes, LEFT, "plan", 7).rebuildsAgain()).isTrue();
  }
}
