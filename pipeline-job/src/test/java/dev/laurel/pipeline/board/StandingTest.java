package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StandingTest {

  @Test
  void ranksByScoreThenByWhoReachedItFirstThenByPlayer() {
    Standing late = standing("a", 10, 5);
    Standing early = standing("z", 10, 4);
    Standing upperCase = standing("B", 10, 5);
    Standing best = standing("z", 11, 9);
    Standing penalty = standing("a", -3, 1);

    List<Standing> ranked =
        List.of(penalty, late, upperCase, early, best).stream()
            .sorted(Standing.RANK_ORDER)
            .toList();

    assertThat(ranked).containsExactly(best, early, upperCase, late, penalty);
  }

  @Test
  void aPrefixRanksBeforeTheLongerName() {
    assertThat(standing("ab", 1, 1).ranksBefore(standing("abc", 1, 1))).isTrue();
    assertThat(standing("abc", 1, 1).ranksBefore(standing("ab", 1, 1))).isFalse();
  }

  @Property
  void playersTieInTheOrderOfTheirUtf8Bytes(
      @ForAll("playerIds") String one, @ForAll("playerIds") String other) {
    int bytes =
        Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    int ranks = Standing.RANK_ORDER.compare(standing(one, 1, 1), standing(other, 1, 1));

    assertThat(Integer.signum(ranks)).isEqualTo(Integer.signum(bytes));
  }

  @Property
  void nameAndRegionDoNotMoveAnEntry(@ForAll long score, @ForAll("playerIds") String player) {
    Standing plain = new Standing(player, score, Instant.EPOCH, null, null);
    Standing named = new Standing(player, score, Instant.EPOCH, "Ada", "GB");

    assertThat(Standing.RANK_ORDER.compare(plain, named)).isZero();
  }

  @Provide
  Arbitrary<String> playerIds() {
    return Arbitraries.strings()
        .withCharRange('a', 'c')
        .withCharRange('A', 'C')
        .withChars("._:@-09")
        .ofMinLength(1)
        .ofMaxLength(4);
  }

  private static Standing standing(String player, long score, long reachedAt) {
    return new Standing(player, score, Instant.ofEpochMilli(reachedAt), null, null);
  }
}
