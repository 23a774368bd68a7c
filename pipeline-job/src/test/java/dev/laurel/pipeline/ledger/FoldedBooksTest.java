package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** What is done to a player's book: put in with so many bytes, or taken out where these are 0. */
  record Step(int player, int length) {
    String playerId() {
      return (player % 3 == 0 ? "søren-" : "p") + player;
    }
  }

  @Property(tries = 300)
  void whatIsHereIsWhatWasPutInLastAndTheEldestLeaveFirst(@ForAll("steps") List<Step> steps) {
    FoldedBooks folded = new FoldedBooks(ROOM);
    Map<String, byte[]> oracle = new LinkedHashMap<>();
    byte filling = 0;
    for (Step step : steps) {
      folded.remove(step.playerId());
      oracle.remove(step.playerId());
      if (step.length() > 0) {
        byte[] book = new byte[step.length()];
        Arrays.fill(book, filling++);
        folded.put(step.playerId(), book);
        oracle.put(step.playerId(), book);
      }
      forgetEldestWhoLeft(oracle, folded);
      assertThat(folded.size()).isEqualTo(oracle.size());
      assertThat(folded.bytes()).isBetween(0, ROOM);
      if (step.length() > 0) {
        assertThat(folded.get(step.playerId())).isEqualTo(oracle.get(step.playerId()));
      }
    }
    oracle.forEach((player, book) -> assertThat(folded.get(player)).as(player).isEqualTo(book));
  }

  private static void forgetEldestWhoLeft(Map<String, byte[]> oracle, FoldedBooks folded) {
    Iterator<String> eldest = oracle.keySet().iterator();
    while (eldest.hasNext() && folded.get(eldest.next()) == null) {
      eldest.remove();
    }
  }

  @Provide
  static Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> players = Arbitraries.integers().between(0, 600);
    Arbitrary<Integer> lengths =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(1, 100)),
            Tuple.of(1, Arbitraries.integers().between(100, 3_000)),
            Tuple.of(2, Arbitraries.just(0)));
    return Combinators.combine(players, lengths).as(Step::new).list().ofMinSize(1).ofMaxSize(1_500);
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
  void whoIsTakenOutLeavesAGapUntilItsTurnComes() {
    FoldedBooks folded = new FoldedBooks(ROOM);
    folded.put("ada", new byte[100]);
    folded.put("bob", new byte[100]);
    int taken = folded.bytes();
    folded.remove("ada");
    assertThat(folded.bytes()).isEqualTo(taken);

    folded.dropEldest();

    assertThat(folded.bytes()).isEqualTo(taken / 2);
    assertThat(folded.get("bob")).hasSize(100);
  }
}
