package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeadersTest {
  private static final int MOVES = 400;

  private final Map<String, Standing> everybody = new TreeMap<>();

  @Property(tries = 150)
  void whatIsHeldIsTheBestOfEverybodyDownToTheLastOneHeld(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int topSize,
      @ForAll @IntRange(min = 0, max = 3) int reserve) {
    Random random = new Random(seed);
    Leaders leaders = new Leaders(topSize, reserve);
    everybody.clear();
    for (int i = 0; i < MOVES; i++) {
      List<Standing> before = leaders.top();
      boolean told = move(random, leaders);

      assertThat(told || leaders.top().equals(before)).as("what is not told is no news").isTrue();
      assertThat(leaders.held()).isLessThanOrEqualTo(topSize + reserve);
      assertThat(leaders.top()).isEqualTo(best(Math.min(leaders.held(), topSize)));
      boolean isWhole = leaders.held() >= Math.min(topSize, everybody.size());
      assertThat(isWhole || leaders.runsShort()).as("a short top runs short").isTrue();
      if (leaders.runsShort() && random.nextInt(4) == 0) {
        leaders = collected(topSize, reserve);
        assertThat(leaders.top()).isEqualTo(best(topSize));
      }
      if (random.nextInt(8) == 0) {
        leaders.forgetTop();
      }
    }
  }

  @Property(tries = 150)
  void aTopIsTheSameButForThePlacesThatAreSaidToHaveChanged(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int topSize) {
    Random random = new Random(seed);
    Leaders leaders = new Leaders(topSize, 3);
    everybody.clear();
    List<Standing> before = leaders.top();
    for (int asked = 0; asked < MOVES / 4; asked++) {
      for (int moves = random.nextInt(6); moves > 0; moves--) {
        boolean unused = move(random, leaders);
      }
      int from = Math.min(leaders.changedFrom(), topSize);
      int to = leaders.changedTo();

      List<Standing> top = leaders.top();

      assertThat(top).isEqualTo(best(Math.min(leaders.held(), topSize)));
      assertThat(part(top, 0, from)).isEqualTo(part(before, 0, from));
      assertThat(part(top, to, topSize)).isEqualTo(part(before, to, topSize));
      assertThat(to > topSize || top.size() == before.size()).as("same length").isTrue();
      before = top;
    }
  }

  private static List<Standing> part(List<Standing> top, int from, int to) {
    return top.subList(
        Math.min(from, top.size()), Math.max(Math.min(from, top.size()), Math.min(to, top.size())));
  }

  @Test
  void keepsNothingOfATopThatIsToBeForgotten() {
    Leaders leaders = new Leaders(3, 2);
    boolean unused = leaders.move(new Shown("ada", null), null, null, new Place(5, 0));
    unused = leaders.move(new Shown("bob", null), null, null, new Place(4, 0));
    List<Standing> before = leaders.top();
    leaders.forgetTop();
    unused = leaders.move(new Shown("eve", null), null, null, new Place(3, 0));

    List<Standing> top = leaders.top();

    assertThat(top).extracting(Standing::playerId).containsExactly("ada", "bob", "eve");
    assertThat(top.get(0)).isEqualTo(before.get(0)).isNotSameAs(before.get(0));
  }

  @Test
  void runsShortWhileTheTopIsStillWhole() {
    Leaders leaders = collected(3, 8, 20);

    for (int held = 11; held > 5; held--) {
      assertThat(leaders.runsShort()).as("with %d held", held).isFalse();
      leave(leaders, best(1).get(0));
    }
    leave(leaders, best(1).get(0));

    assertThat(leaders.held()).isEqualTo(4);
    assertThat(leaders.runsShort()).isTrue();
    assertThat(leaders.top()).isEqualTo(best(3));
  }

  @Test
  void neverRunsShortWhileEverybodyIsHeld() {
    Leaders leaders = collected(3, 2, 5);

    for (int i = 0; i < 5; i++) {
      leave(leaders, best(1).get(0));
      assertThat(leaders.runsShort()).isFalse();
    }
    assertThat(leaders.held()).isZero();
  }

  @Test
  void findsAPlayerByThePlaceBefore() {
    Leaders leaders = collected(3, 0, 3);
    Place first = place(best(1).get(0));

    boolean told = leaders.move(new Shown("p0", "Zoe"), "GB", first, new Place(-1, 7));

    assertThat(told).isTrue();
    assertThat(leaders.top()).extracting(Standing::playerId).containsExactly("p1", "p2", "p0");
    assertThat(leaders.top().get(2)).isEqualTo(Tops.named("p0", -1, 7, "Zoe", "GB"));
  }

  @Test
  void refusesAPlaceThatThePlayerHasAlready() {
    Leaders leaders = collected(3, 0, 3);
    Place first = place(best(1).get(0));

    assertThatThrownBy(() -> leaders.move(new Shown("p0", null), null, null, first))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("p0 stands at " + first + " already, expected null");
  }

  @Test
  void aMoveBehindTheLastOneHeldIsNotTold() {
    Leaders leaders = collected(3, 2, 9);

    assertThat(leaders.move(new Shown("p8", null), null, place(best(9).get(8)), new Place(-9, 0)))
        .isFalse();
    assertThat(leaders.move(new Shown("new", null), null, null, new Place(-9, 0))).isFalse();
    assertThat(leaders.held()).isEqualTo(5);
  }

  private boolean move(Random random, Leaders leaders) {
    String player = "p" + random.nextInt(18);
    Optional<Standing> known = Optional.ofNullable(everybody.get(player));
    Place before = known.map(LeadersTest::place).orElse(null);
    if (known.isPresent() && random.nextInt(3) == 0) {
      everybody.remove(player);
      return leaders.move(new Shown(player, null), null, before, null);
    }
    boolean renames = known.isPresent() && random.nextInt(5) == 0;
    Place after = renames ? before : new Place(random.nextInt(6), random.nextInt(3));
    String name = "n" + random.nextInt(3);
    everybody.put(player, Tops.named(player, after.score(), after.reachedAt(), name, null));
    return leaders.move(new Shown(player, name), null, before, after);
  }

  private void leave(Leaders leaders, Standing one) {
    everybody.remove(one.playerId());
    assertThat(leaders.move(new Shown(one.playerId(), null), null, place(one), null)).isTrue();
  }

  private Leaders collected(int topSize, int reserve, int players) {
    for (int i = 0; i < players; i++) {
      everybody.put("p" + i, Tops.standing("p" + i, 100 - i));
    }
    return collected(topSize, reserve);
  }

  private Leaders collected(int topSize, int reserve) {
    Leaders leaders = new Leaders(topSize, reserve);
    for (Standing one : everybody.values()) {
      Shown player = new Shown(one.playerId(), one.username());
      boolean unused = leaders.move(player, one.region(), null, place(one));
    }
    return leaders;
  }

  private List<Standing> best(int most) {
    return everybody.values().stream().sorted(Standing.RANK_ORDER).limit(most).toList();
  }

  private static Place place(Standing one) {
    return new Place(one.score(), one.reachedAt().toEpochMilli());
  }
}
