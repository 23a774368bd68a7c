package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.Period;
import java.util.List;
import java.util.stream.IntStream;
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
    assertThat(Restored.from(List.of(), ALL, 1, "plan", -1))
        .isEqualTo(new Restored(-1, Long.MIN_VALUE, Long.MAX_VALUE, false, false, List.of()));
  }

  @Test
  void theSameTaskGoesOnWhereItWas() {
    assertThat(Restored.from(NOTES, RIGHT, 2, "plan", 7))
        .isEqualTo(new Restored(7, 800, 4, false, false, List.of(TUESDAY)));
  }

  @Test
  void anotherParallelismRebuildsAndTakesOverWhatNobodyHadShared() {
    assertThat(Restored.from(NOTES, ALL, 1, "plan", 7))
        .isEqualTo(new Restored(7, 800, 4, true, false, List.of(MONDAY, TUESDAY)));
  }

  @Test
  void aTaskThatHoldsTheSamePlayersAtAnotherParallelismRebuildsLikeTheOthers() {
    KeyGroups ofFive = KeyGroups.of(0, 5, 8);
    KeyGroups ofSix = KeyGroups.of(0, 6, 8);
    List<TaskNote> notes =
        IntStream.range(0, 5)
            .mapToObj(
                task -> new TaskNote(KeyGroups.of(task, 5, 8), "plan", 800, 4, false, List.of()))
            .toList();
    assertThat(ofSix).isEqualTo(ofFive);

    assertThat(Restored.from(notes, ofFive, 5, "plan", 7).rebuilds()).isFalse();
    assertThat(Restored.from(notes, ofSix, 6, "plan", 7).rebuilds()).isTrue();
  }

  @Test
  void anotherPlanRebuilds() {
    assertThat(Restored.from(NOTES, LEFT, 2, "other plan", 7).rebuilds()).isTrue();
  }

  @Test
  void aRebuildThatAnyTaskHadNotEndedIsBegunAgain() {
    List<TaskNote> notes =
        List.of(NOTES.get(0), new TaskNote(RIGHT, "plan", 800, 5, true, List.of()));

    assertThat(Restored.from(notes, LEFT, 2, "plan", 7).rebuilds()).isTrue();
    assertThat(Restored.from(notes, LEFT, 2, "plan", 7).rebuildsAgain()).isTrue();
  }
}
