package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final KeyGroups ALL = new KeyGroups(0, 7, 8);
  private static final Standing ADA = Tops.standing("ada", 40);
  private static final Standing BOB = Tops.standing("bob", 30);
  private static final Standing CID = Tops.standing("cid", 20);
  private static final Standing DAN = Tops.standing("dan", 10);

  @Test
  void mergesTheBestOfAllParts() {
    List<Part> parts = List.of(part(2, BOB, DAN), part(2, ADA, CID));

    assertThat(Part.merge(parts, 2)).containsExactly(ADA, BOB);
    assertThat(Part.merge(parts, 10)).containsExactly(ADA, BOB, CID, DAN);
    assertThat(Part.total(parts)).isEqualTo(4);
  }

  @Test
  void givesNothingBehindTheLastOneOfAPartThatIsCut() {
    List<Part> parts = List.of(part(2, BOB), part(3, ADA, CID, DAN));

    assertThat(Part.merge(parts, 3)).containsExactly(ADA, BOB);
  }

  @Test
  void givesNothingWhenAPartWithPlayersTellsNone() {
    assertThat(Part.merge(List.of(part(1), part(1, ADA)), 3)).isEmpty();
    assertThat(Part.merge(List.of(part(0), part(1, ADA)), 3)).containsExactly(ADA);
  }

  @Test
  void aPartThatTellsAWholeTopIsNotCut() {
    assertThat(Part.merge(List.of(part(90, BOB, DAN), part(2, ADA, CID)), 2))
        .containsExactly(ADA, BOB);
  }

  @Property(tries = 300)
  void isShortNeverWrong(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int topSize,
      @ForAll @IntRange(min = 1, max = 4) int tasks) {
    Random random = new Random(seed);
    List<Standing> everybody = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    boolean anyIsCut = false;
    for (int task = 0; task < tasks; task++) {
      List<Standing> own = players(random, "t" + task);
      int told = Math.min(random.nextInt(topSize + 1), own.size());
      told = random.nextBoolean() ? Math.min(topSize, own.size()) : told;
      anyIsCut |= told < Math.min(topSize, own.size());
      parts.add(new Part(own.size(), own.subList(0, told)));
      everybody.addAll(own);
    }
    everybody.sort(Standing.RANK_ORDER);

    List<Standing> top = Part.merge(parts, topSize);

    assertThat(top).isEqualTo(everybody.subList(0, top.size()));
    if (!anyIsCut) {
      assertThat(top).hasSize(Math.min(topSize, everybody.size()));
    }
  }

  @Property(tries = 150)
  void changesAppliedOneAfterAnotherGiveTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int topSize) {
    Random random = new Random(seed);
    LocalTop top = new LocalTop(Board.global(), topSize, 50);
    TreeMap<String, Place> places = new TreeMap<>();
    Part held = Part.NONE;
    top.begin();
    for (int i = 0; i < 120; i++) {
      String player = "p" + random.nextInt(12);
      Place before = places.get(player);
      Place after =
          before != null && random.nextInt(3) == 0
              ? null
              : random.nextInt(4) == 0 && before != null
                  ? before
                  : new Place(random.nextInt(5), random.nextInt(3));
      places.put(player, after);
      top.move(new Shown(player, "n" + random.nextInt(3)), "GB", before, after, false);
      if (random.nextInt(3) == 0) {
        held = held.with(top.changes(ALL, -1));
        Share whole = top.whole(ALL, -1, Share.Kind.OPEN);
        assertThat(held).isEqualTo(new Part(whole.total(), whole.entries()));
      }
    }
  }

  private static List<Standing> players(Random random, String prefix) {
    List<Standing> players = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      players.add(Tops.named(prefix + i, random.nextInt(4), random.nextInt(2), null, null));
    }
    players.sort(Standing.RANK_ORDER);
    return players;
  }

  private static Part part(long total, Standing... entries) {
    return new Part(total, List.of(entries));
  }
}
