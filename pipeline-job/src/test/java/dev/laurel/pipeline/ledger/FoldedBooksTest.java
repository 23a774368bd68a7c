package dev.laurel.pipeline.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Books as bytes in a ring, which is full, turns, grows and has gaps. */
class FoldedBooksTest {
  private static final int ROOM = 20_000;

  /** More than any entry takes. */
  private static final int LONGEST = 3_000;

  /** What an entry takes beside the player and the book. */
  private static final int HEAD = 12;

  /** What is done. */
  interface Step {
    void on(FoldedBooks folded, Map<String, byte[]> oracle);
  }

  record PutIn(String playerId, int length, byte filling) implements Step {
    @Override
    public void on(FoldedBooks folded, Map<String, byte[]> oracle) {
      new TakeOut(playerId).on(folded, oracle);
      int takenBefore = folded.bytes();
      byte[] book = new byte[length];
      Arrays.fill(book, filling);
      folded.put(playerId, book);
      oracle.put(playerId, book);
      boolean hasAnyLeft = forgetWhoLeft(oracle, folded);
      assertThat(hasAnyLeft && takenBefore < ROOM - 2 * LONGEST).as("left in vain").isFalse();
    }
  }

  record TakeOut(String playerId) implements Step {
    @Override
    public void on(FoldedBooks folded, Map<String, byte[]> oracle) {
      folded.remove(playerId);
      oracle.remove(playerId);
    }
  }

  record DropEldest() implements Step {
    @Override
    public void on(FoldedBooks folded, Map<String, byte[]> oracle) {
      if (!oracle.isEmpty()) {
        folded.dropEldest();
        oracle.remove(oracle.keySet().iterator().next());
      }
    }
  }

  @Property(tries = 500)
  void whatIsHereIsWhatWasPutInLastAndTheEldestLeaveFirst(@ForAll("steps") List<Step> steps) {
    FoldedBooks folded = new FoldedBooks(ROOM);
    Map<String, byte[]> oracle = new LinkedHashMap<>();
    for (Step step : steps) {
      step.on(folded, oracle);
      assertThat(folded.size()).isEqualTo(oracle.size());
      assertThat(folded.bytes()).isBetween(taken(oracle), oracle.isEmpty() ? 0 : ROOM);
    }
    oracle.forEach((player, book) -> assertThat(folded.get(player)).as(player).isEqualTo(book));
  }

  private static boolean forgetWhoLeft(Map<String, byte[]> oracle, FoldedBooks folded) {
    int before = oracle.size();
    Iterator<String> eldest = oracle.keySet().iterator();
    while (eldest.hasNext() && folded.get(eldest.next()) == null) {
      eldest.remove();
    }
    return oracle.size() < before;
  }

  private static int taken(Map<String, byte[]> books) {
    return books.entrySet().stream()
        .mapToInt(book -> HEAD + book.getKey().getBytes(UTF_8).length + book.getValue().length)
        .sum();
  }

  @Provide
  static Arbitrary<List<Step>> steps() {
    Arbitrary<String> players =
        Arbitraries.integers().between(0, 600).map(n -> (n % 3 == 0 ? "søren-" : "p") + n);
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(1, 100)),
            Tuple.of(1, Arbitraries.integers().between(100, LONGEST - 100)));
    Arbitrary<Byte> fillings = Arbitraries.bytes();
    Arbitrary<Step> steps =
        Arbitraries.frequencyOf(
            Tuple.of(7, Combinators.combine(players, lengths, fillings).as(PutIn::new)),
            Tuple.of(2, players.map(TakeOut::new)),
            Tuple.of(1, Arbitraries.just(new DropEldest())));
    return steps.list().ofMinSize(1).ofMaxSize(1_500);
  }

  @Test
  void theWholeRoomIsUsed() {
    FoldedBooks folded = new FoldedBooks(ROOM);
    for (int player = 0; player < 1_000; player++) {
      folded.put("p" + player, new byte[100]);
    }

    assertThat(folded.bytes()).isBetween(ROOM - 2 * 116, ROOM);
    assertThat(folded.size()).isBetween(170, ROOM / 100);
  }

  @Test
  void aBookThatIsGreaterThanTheRoomIsNotKept() {
    FoldedBooks folded = new FoldedBooks(ROOM);
    folded.put("ada", new byte[100]);
    folded.put("bob", new byte[ROOM]);

    assertThat(folded.get("bob")).isNull();
    assertThat(folded.get("ada")).hasSize(100);
  }

  @Test
  void whoIsTakenOutLeavesAGapUntilThoseBeforeHaveLeft() {
    FoldedBooks folded = new FoldedBooks(ROOM);
    folded.put("ada", new byte[100]);
    folded.put("bob", new byte[100]);
    folded.put("cid", new byte[100]);
    folded.remove("bob");
    assertThat(folded.bytes()).isEqualTo(3 * (HEAD + 3 + 100));

    folded.remove("ada");

    assertThat(folded.bytes()).isEqualTo(HEAD + 3 + 100);
    assertThat(folded.get("cid")).hasSize(100);
  }

  @Test
  void nobodyIsHereTwice() {
    FoldedBooks folded = new FoldedBooks(ROOM);
    folded.put("ada", new byte[100]);

    assertThatThrownBy(() -> folded.put("ada", new byte[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the book of 'ada' is folded already");
    folded.dropEldest();
    assertThatThrownBy(folded::dropEldest)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no book is folded, expected one to drop");
  }
}
