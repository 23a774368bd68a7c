package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardPlanTest {
  private static final Set<Period> DAILY = EnumSet.of(Period.DAILY);

  @Test
  void everythingRanksEveryScopeAndRegion() {
    BoardPlan all = BoardPlan.everything(100);

    assertThat(all.ranks("global")).isTrue();
    assertThat(all.ranks("chess")).isTrue();
    assertThat(all.ranksEveryone()).isTrue();
    assertThat(all.ranksRegion("GB")).isTrue();
    assertThat(all.periods()).containsExactly(Period.values());
  }

  @Test
  void ranksOnlyTheRegionsThatAreNamed() {
    BoardPlan plan = new BoardPlan(Set.of("game"), Set.of("GB", "DE"), DAILY, 10);

    assertThat(plan.ranks("global")).isFalse();
    assertThat(plan.ranks("chess")).isTrue();
    assertThat(plan.ranksEveryone()).isFalse();
    assertThat(plan.ranksRegion("DE")).isTrue();
    assertThat(plan.ranksRegion("FR")).isFalse();
  }

  @Test
  void theGlobalScopeHasNoGames() {
    BoardPlan plan = new BoardPlan(Set.of("global"), Set.of("everyone"), DAILY, 10);

    assertThat(plan.ranks("global")).isTrue();
    assertThat(plan.ranks("chess")).isFalse();
    assertThat(plan.ranksRegion("GB")).isFalse();
  }

  @Test
  void isTheSameLineInWhateverOrderItIsGivenAndAnotherOneForAnotherPlan() {
    Set<String> regions = new LinkedHashSet<>(List.of("GB", "DE"));
    Set<String> turned = new LinkedHashSet<>(List.of("DE", "GB"));
    String line = new BoardPlan(Set.of("game"), regions, DAILY, 10).inOneLine();

    assertThat(line).isEqualTo("[game] [DE, GB] [DAILY] 10");
    assertThat(new BoardPlan(Set.of("game"), turned, DAILY, 10).inOneLine()).isEqualTo(line);
    assertThat(
            List.of(
                new BoardPlan(Set.of("game"), regions, DAILY, 11).inOneLine(),
                new BoardPlan(Set.of("game"), Set.of("GB"), DAILY, 10).inOneLine(),
                new BoardPlan(Set.of("global"), regions, DAILY, 10).inOneLine(),
                new BoardPlan(Set.of("game"), regions, EnumSet.allOf(Period.class), 10)
                    .inOneLine()))
        .doesNotContain(line);
  }
}
