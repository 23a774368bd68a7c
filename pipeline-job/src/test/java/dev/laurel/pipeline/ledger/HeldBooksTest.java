package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which books stay on the heap; each takes four units of 100 bytes unfolded. */
class HeldBooksTest {
  private final HeldBooks held = new HeldBooks(4);

  @Test
  void nothingIsFoldedWhileThereIsRoom() {
    put("ada");
    put("bob");
    put("cid");
    Book dan = put("dan");

    assertThat(held.nextToFold(dan)).isNull();
    assertThat(held.size()).isEqualTo(4);
  }

  @Test
  void theEldestIsFoldedThatWasNotAskedFor() {
    Book ada = put("ada");
    Book bob = put("bob");
    put("cid");
    put("dan");
    ada.isAskedFor = true;
    Book eve = put("eve");

    assertThat(held.nextToFold(eve)).isSameAs(bob);
    held.fold(bob, new byte[99]);

    assertThat(held.unfolded("bob")).isNull();
    assertThat(held.folded("bob")).hasSize(99);
    assertThat(ada.isAskedFor).as("it has been passed over").isFalse();
  }

  @Test
  void theOneInUseIsNotFolded() {
    Book ada = put("ada");
    for (String player : new String[] {"bob", "cid", "dan"}) {
      put(player).isAskedFor = true;
    }
    put("eve").isAskedFor = true;

    assertThat(held.nextToFold(ada)).isNotNull().isNotSameAs(ada);
  }

  @Test
  void aSingleBookStaysHoweverGreatItIs() {
    Book ada = put("ada");
    for (int game = 0; game < 9; game++) {
      assertThat(ada.game("game-" + game)).isNotNull();
    }
    held.weigh(ada);

    assertThat(held.nextToFold(ada)).isNull();
  }

  @Test
  void foldedBooksAreDroppedWhereTheyTakeMoreThanHalfTheRoom() {
    for (int number = 10; number < 20; number++) {
      held.fold(put("p" + number), new byte[100]);
    }
    put("ada");
    put("bob");
    held.dropFolded();

    assertThat(held.size()).as("seven of 115 bytes, two of 400").isEqualTo(2 + 7);
    assertThat(held.folded("p12")).isNull();
    assertThat(held.folded("p13")).isNotNull();

    put("cid");
    put("dan");
    held.dropFolded();
    assertThat(held.size()).as("folded ones keep half the room").isEqualTo(4 + 7);
  }

  @Test
  void anUnfoldedBookTakesThePlaceOfTheFoldedOne() {
    held.fold(put("ada"), new byte[10]);
    Book ada = put("ada");

    assertThat(held.folded("ada")).isNull();
    assertThat(held.unfolded("ada")).isSameAs(ada);
    assertThat(held.size()).isOne();

    held.drop(ada);
    assertThat(held.size()).isZero();
  }

  @Test
  void aGameTakesItsRoomOnceItIsOpen() {
    Games games = new Games(new byte[200], (id, saved, from, length) -> new ScopeBook(id));
    for (String id : new String[] {"chess", "tag", "go"}) {
      games.addClosed(id, 0, 60);
    }
    Book ada = new Book("ada", games);
    held.put(ada);
    Book bob = put("bob");
    put("cid");
    assertThat(held.nextToFold(ada)).as("six units and twice four").isNull();

    assertThat(ada.game("chess")).isNotNull();
    held.weigh(ada);

    assertThat(held.nextToFold(ada)).as("four more").isSameAs(bob);
  }

  private Book put(String player) {
    Book book = new Book(player);
    held.put(book);
    return book;
  }
}
