package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalTopTest {
  private static final KeyGroups ALL = new KeyGroups(0, 7, 8);
  private static final Place TEN = new Place(10, 0);
  private static final Place NINE = new Place(9, 0);
  private static final Place EIGHT = new Place(8, 0);

  private final LocalTop top = new LocalTop(Board.global(), 2, 1);

  @Test
  void isNotKnownUntilItIsCollected() {
    top.move(ada(), null, null, TEN, false);
    assertThat(top.isKnown()).isFalse();
    assertThat(top.hasChanged()).isFalse();

    top.startCollecting();
    assertThat(top.isCollecting()).isTrue();
    top.collect(ada(), null, TEN);
    top.finishCollecting();

    assertThat(top.isKnown()).isTrue();
    assertThat(top.isCollecting()).isFalse();
    assertThat(whole().entries()).containsExactly(Tops.standing("ada", 10));
    assertThat(whole().total()).isEqualTo(1);
  }

  @Test
  void theFirstChangesAreTheWhole() {
    top.begin();
    top.move(ada(), null, null, TEN, false);

    Share first = top.changes(ALL, 5);

    assertThat(first).isEqualTo(Tops.ofEpoch(5, share(1, Tops.standing("ada", 10))));
    assertThat(top.hasChanged()).isFalse();
  }

  @Test
  void tellsOnlyWhoMovedAndWhoLeft() {
    collect(2);
    top.move(new Shown("cid", null), null, EIGHT, new Place(11, 0), false);

    Share changes = top.changes(ALL, -1);

    assertThat(changes.whole()).isFalse();
    assertThat(changes.entries()).containsExactly(Tops.standing("cid", 11));
    assertThat(changes.come()).containsExactly(0);
    assertThat(changes.gone()).as("the place of bob").containsExactly(1);
  }

  @Test
  void aRenameTellsTheEntryAgain() {
    collect(2);
    top.move(new Shown("ada", "Ada"), "GB", TEN, TEN, false);

    Share changes = top.changes(ALL, -1);

    assertThat(changes.entries()).containsExactly(Tops.named("ada", 10, 0, "Ada", "GB"));
    assertThat(changes.come()).containsExactly(0);
    assertThat(changes.gone()).containsExactly(0);
  }

  @Test
  void tellsATotalThatChangesBehindTheTop() {
    collect(2);
    top.move(new Shown("dan", null), null, null, new Place(1, 0), false);
    assertThat(top.hasChanged()).isTrue();

    Share changes = top.changes(ALL, -1);

    assertThat(changes.total()).isEqualTo(4);
    assertThat(changes.changesTop()).isFalse();
  }

  @Test
  void aMoveBehindTheTopIsNoNews() {
    collect(2);

    top.move(new Shown("cid", null), null, EIGHT, new Place(7, 0), false);

    assertThat(top.hasChanged()).isFalse();
  }

  @Test
  void whatIsKnownGoesOnBeingKeptWhileItIsCollectedAgain() {
    collect(2);
    top.startCollecting();
    top.collect(ada(), null, TEN);
    top.move(ada(), null, TEN, new Place(3, 0), true);
    top.move(bob(), null, NINE, null, false);

    assertThat(whole().total()).isEqualTo(2);
    assertThat(whole().entries()).extracting(Standing::playerId).containsExactly("cid", "ada");

    top.collect(new Shown("cid", null), null, EIGHT);
    top.finishCollecting();

    assertThat(whole().total()).isEqualTo(2);
    assertThat(whole().entries()).containsExactly(Tops.standing("cid", 8), Tops.standing("ada", 3));
  }

  @Test
  void runsShortUntilItIsBeingCollected() {
    collect(2);
    top.move(new Shown("dan", null), null, null, new Place(1, 0), false);
    top.move(ada(), null, TEN, null, false);
    assertThat(top.runsShort()).isFalse();
    top.move(bob(), null, NINE, null, false);
    assertThat(top.runsShort()).isTrue();

    top.startCollecting();

    assertThat(top.runsShort()).isFalse();
  }

  private void collect(int shared) {
    top.startCollecting();
    top.collect(ada(), null, TEN);
    top.collect(bob(), null, NINE);
    top.collect(new Shown("cid", null), null, EIGHT);
    top.finishCollecting();
    assertThat(top.changes(ALL, -1).entries()).hasSize(shared);
  }

  private Share whole() {
    return top.whole(ALL, -1, Share.Kind.OPEN);
  }

  private static Share share(long total, Standing... entries) {
    return Tops.share(Board.global(), ALL, Share.Kind.OPEN, total, entries);
  }

  private static Shown ada() {
    return new Shown("ada", null);
  }

  private static Shown bob() {
    return new Shown("bob", null);
  }
}
