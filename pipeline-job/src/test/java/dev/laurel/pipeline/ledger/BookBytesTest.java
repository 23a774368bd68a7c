package dev.laurel.pipeline.ledger;

import static dev.laurel.pipeline.ledger.RandomBooks.book;
import static dev.laurel.pipeline.ledger.RandomBooks.days;
import static dev.laurel.pipeline.ledger.RandomBooks.facts;
import static dev.laurel.pipeline.ledger.RandomBooks.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Books as bytes, and back. */
class BookBytesTest {
  private final BookBytes bytes = new BookBytes();

  @Property(tries = 300)
  void aBookIsReadAsItWasWritten(@ForAll long seed) {
    Book book = book(new Random(seed));

    Book read = bytes.book("ada", bytes.write(book));

    assertThat(facts(read)).isEqualTo(facts(book));
    assertThat(read.isNew).isFalse();
    assertThat(bytes.write(read)).isEqualTo(bytes.write(book));
  }

  @Property(tries = 300)
  void whatChangesInOneGameIsWrittenBesideThoseThatStayClosed(
      @ForAll long seed, @ForAll @IntRange(max = 4) int number) {
    Book whole = book(new Random(seed));
    Book read = bytes.book("ada", bytes.write(whole));
    Book readAgain = bytes.book("ada", bytes.write(read));
    for (Book book : List.of(whole, readAgain)) {
      book.game("game-" + number).score(Tally.NONE.plus(7, 1_000));
    }

    assertThat(readAgain.games().open()).hasSize(1);
    assertThat(bytes.write(readAgain)).isEqualTo(bytes.write(whole));
    assertThat(facts(readAgain)).isEqualTo(facts(whole));
  }

  @Property(tries = 300)
  void whatChangesBetweenManySavingsIsWritten(@ForAll long seed) {
    Random random = new Random(seed);
    Book changing = book(new Random(seed));
    for (int saving = 0; saving < 8; saving++) {
      for (int change = random.nextInt(4); change > 0; change--) {
        ScopeBook game = changing.game("game-" + random.nextInt(9));
        game.score(Tally.NONE.plus(random.nextInt(1_000), 1_000));
        unlockSome(game, random);
      }
      if (random.nextInt(4) == 0) {
        assertThat(changing.games().openAll()).isNotNull();
      }
      byte[] saved = bytes.write(changing);
      Book read = new BookBytes().book("ada", saved);
      assertThat(facts(read)).isEqualTo(facts(changing));
      assertThat(unlocksWithin(read)).isEqualTo(unlocksWithin(changing));
      changing = random.nextInt(3) == 0 ? bytes.book("ada", saved) : changing;
    }
  }

  private static void unlockSome(ScopeBook game, Random random) {
    boolean lieApart = game.unlocks == null;
    for (int left = lieApart ? 0 : random.nextInt(7); left > 0; left--) {
      game.unlocks.add((1L << 50) + game.unlocks.size());
      game.distinctUnlocks++;
    }
  }

  /** Of each game the unlocks that lie in the book. */
  private static List<List<Long>> unlocksWithin(Book book) {
    return book.games().all().stream()
        .map(game -> game.unlocks)
        .map(
            known -> known == null || BookBytes.liesApart(known) ? List.<Long>of() : numbers(known))
        .toList();
  }

  @Property(tries = 300)
  void unlocksAreReadAsTheyWereWritten(@ForAll long seed) {
    Random random = new Random(seed);
    Unlocks unlocks = new Unlocks();
    random.longs(random.nextInt(20), 0, 1L << 40).distinct().forEach(unlocks::add);

    Unlocked again = new Unlocked(2, -3, 5_000, 4_000_000_000_000L);
    unlocks.put(9, again);

    Unlocks read = bytes.unlocks(bytes.of(unlocks));
    assertThat(numbers(read)).isEqualTo(numbers(unlocks));
    assertThat(read.of(9)).isEqualTo(again);
    assertThat(read.of(10)).isEqualTo(Unlocked.NEVER);

    read.add(1L << 41);
    assertThat(read.has(1L << 41)).isTrue();
    assertThat(read.size()).isEqualTo(unlocks.size() + 1);
  }

  @Property(tries = 300)
  void daysAreReadAsTheyWereWritten(@ForAll long seed) {
    Days days = days(new Random(seed), RandomBooks::deeds);

    assertThat(facts(bytes.days(bytes.of(days)))).isEqualTo(facts(days));
  }

  @Test
  void aNewBookIsReadAsItWasWritten() {
    Book book = new Book("ada");

    assertThat(facts(bytes.book("ada", bytes.write(book)))).isEqualTo(facts(book));
  }

  @Test
  void aBookHoldsTheUnlocksOfAGameWhileTheyAreFew() {
    Book book = new Book("ada");
    for (long number = 1; number <= BookBytes.MOST_UNLOCKS; number++) {
      book.game("chess").unlocks.add(number);
    }

    assertThat(numbers(read(book).game("chess").unlocks))
        .isEqualTo(numbers(book.game("chess").unlocks))
        .hasSize(BookBytes.MOST_UNLOCKS);

    book.game("chess").unlocks.add(99);

    assertThat(read(book).game("chess").unlocks).as("they lie apart").isNull();
  }

  private Book read(Book book) {
    return bytes.book(book.playerId(), bytes.write(book));
  }

  @Test
  void aValueOfALaterFormIsRefused() {
    byte[] later = bytes.write(new Book("ada"));
    later[0] = 5;

    assertThatThrownBy(() -> bytes.book("ada", later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("state has form 5, expected 1 to 4: it is of a later version");
    assertThatThrownBy(() -> bytes.days(new byte[] {9, 0})).hasMessageContaining("form 9");
    assertThatThrownBy(() -> bytes.unlocks(new byte[] {9, 0})).hasMessageContaining("form 9");
  }

  @Test
  void aValueThatIsCutOffIsRefused() {
    byte[] whole = bytes.write(book(new Random(1)));

    assertThatThrownBy(() -> bytes.book("ada", Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("state of " + (whole.length - 1) + " bytes cannot be read");
  }

  @Test
  void aGameThatIsDamagedIsNamed() {
    Book written = new Book("ada");
    written.game("chess").score(Tally.NONE.plus(7, 1_000));
    byte[] damaged = bytes.write(written);
    Arrays.fill(damaged, damaged.length - 8, damaged.length, (byte) 0xff);
    Book read = bytes.book("ada", damaged);

    assertThatThrownBy(() -> read.game("chess"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageMatching("state of game 'chess', \\d+ bytes, cannot be read");
  }
}
