package dev.laurel.pipeline.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatherFiguresTest {
  private final GatherFigures gathered = new GatherFigures();

  @Test
  void addsUpBySubjectAndDayAndWhetherTheDayIsKept() {
    gathered.ofGame("chess", 7, true).add(Figure.POINTS, 1);
    gathered.ofGame("go", 7, true).add(Figure.POINTS, 10);
    gathered.ofGame("chess", 8, true).add(Figure.POINTS, 2);
    gathered.ofGame("chess", 15, true).add(Figure.POINTS, 7);
    gathered.ofGame("chess", 7, true).add(Figure.POINTS, 3);
    gathered.ofGame("chess", 7, false).add(Figure.POINTS, 4);
    gathered.ofAchievement("chess", "mate", -1, false).add(Figure.UNLOCKS, 5);
    gathered.ofLog(9).add(Figure.RECEIVED, 6);

    assertThat(told())
        .containsExactlyInAnyOrder(
            "GAME chess  7 true POINTS 4",
            "GAME chess  8 true POINTS 2",
            "GAME chess  15 true POINTS 7",
            "GAME chess  7 false POINTS 4",
            "GAME go  7 true POINTS 10",
            "ACHIEVEMENT chess mate -1 false UNLOCKS 5",
            "LOG   9 true RECEIVED 6");
  }

  @Test
  void beginsAnewOnceItHasTold() {
    gathered.ofGame("chess", 7, true).add(Figure.POINTS, 1);
    assertThat(told()).hasSize(1);
    assertThat(told()).isEmpty();

    gathered.ofGame("chess", 7, true).add(Figure.POINTS, 2);

    assertThat(told()).containsExactly("GAME chess  7 true POINTS 2");
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    gathered.tell(
        day -> {
          Figures figures = Figures.of(day.figures());
          for (Figure figure : Figure.values()) {
            if (figures.get(figure) != 0) {
              Subject of = day.subject();
              told.add(
                  "%s %s %s %d %s %s %d"
                      .formatted(
                          of.kind(),
                          of.gameId(),
                          of.achievementId(),
                          day.day(),
                          day.dayKept(),
                          figure,
                          figures.get(figure)));
            }
          }
        });
    return told;
  }
}
