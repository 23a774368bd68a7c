package dev.laurel.bench.ranks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembersTest {
  private final Members members = new Members(200_000);

  @Test
  void areInTheOrderOfTheirNumbersByName() {
    assertThat(IntStream.of(0, 9, 10, 199_999).mapToObj(Members::id))
        .containsExactly("p00000000", "p00000009", "p00000010", "p00199999");
  }

  @Test
  void aTenthShareOneScore() {
    assertThat(IntStream.range(0, 200_000).filter(n -> Members.score(n) == 50_000).count())
        .isBetween(20_000L, 20_010L);
  }

  @Test
  void areDrawnFromAllAndFromThoseWhoShareAScore() {
    for (int draw : new int[] {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 123_456_789}) {
      assertThat(members.any(draw)).isBetween(0, 199_999);
      assertThat(members.tied(draw)).isBetween(0, 199_999);
      assertThat(Members.score(members.tied(draw))).isEqualTo(50_000);
    }
  }
}
