package dev.laurel.serving.live;

import static dev.laurel.serving.board.SampleBoard.BOARD;
import static dev.laurel.serving.board.SampleBoard.entry;
import static dev.laurel.serving.board.SampleBoard.top;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.board.BoardKey;
import dev.laurel.serving.board.BoardSeries;
import dev.laurel.serving.board.Period;
import dev.laurel.serving.board.Top;
import dev.laurel.serving.live.Outbox.Outgoing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Duration NOW = Duration.ofNanos(1);
  private static final BoardKey TODAY =
      new BoardSeries("chess", "*", Period.DAILY).on(LocalDate.parse("2026-03-04"));
  private static final BoardKey TOMORROW = TODAY.series().at(TODAY.endsAt());

  private final Outbox outbox = new Outbox();

  @Test
  void sendsTheFirstBoardEvenIfItIsEmpty() throws InterruptedException {
    outbox.watch(BOARD, 10, Optional.of("\"a\""));
    outbox.put(Top.empty(BOARD), 0);

    assertThat(outbox.take(NOW))
        .contains(new Outgoing.Board(new Slot.Update(Top.empty(BOARD), 10, Optional.of("\"a\""))));
  }

  @Test
  void sendsTheNewestOfSeveralBoardsOnly() throws InterruptedException {
    outbox.watch(BOARD, 10, Optional.empty());

    assertThat(outbox.put(top(1, entry("ada", 1, 1)), 0)).isFalse();
    assertThat(outbox.put(top(2, entry("ada", 2, 1)), 0)).isTrue();

    assertThat(next().version()).isEqualTo(2);
    assertThat(outbox.take(NOW)).isEmpty();
  }

  @Test
  void sendsNothingWhenTheBoardIsAgainAsItWasSent() throws InterruptedException {
    outbox.watch(BOARD, 10, Optional.empty());
    outbox.put(top(1, entry("ada", 1, 1)), 0);
    next();

    outbox.put(top(2, entry("ada", 2, 1)), 0);
    outbox.put(top(3, entry("ada", 1, 1)), 0);

    assertThat(outbox.take(NOW)).isEmpty();
  }

  @Test
  void sendsNothingOfAChangeBelowTheLimit() throws InterruptedException {
    outbox.watch(BOARD, 1, Optional.empty());
    outbox.put(top(1, entry("ada", 5, 1)), 0);
    next();

    outbox.put(top(2, entry("ada", 5, 1), entry("bob", 2, 1)), 1);

    assertThat(outbox.take(NOW)).isEmpty();
  }

  @Test
  void neverGoesBackToAnOlderVersion() throws InterruptedException {
    outbox.watch(BOARD, 10, Optional.empty());
    outbox.put(top(6, entry("ada", 6, 1)), 0);
    next();

    outbox.put(top(5, entry("ada", 5, 1)), 0);

    assertThat(outbox.take(NOW)).isEmpty();
  }

  @Test
  void beginsAnewWhenTheLimitIsReplaced() throws InterruptedException {
    Top top = top(6, entry("ada", 6, 1), entry("bob", 5, 1));
    outbox.watch(BOARD, 1, Optional.empty());
    outbox.put(top, 0);
    next();

    outbox.watch(BOARD, 2, Optional.empty());
    outbox.put(top, 0);

    assertThat(next()).isEqualTo(top);
  }

  @Test
  void letsABusyBoardNotHoldUpAnother() throws InterruptedException {
    BoardKey other = BoardKey.allTime("go");
    outbox.watch(BOARD, 10, Optional.empty());
    outbox.watch(other, 10, Optional.empty());
    outbox.put(top(1, entry("ada", 1, 1)), 0);
    outbox.put(Top.empty(other), 0);
    outbox.put(top(2, entry("ada", 2, 1)), 0);

    assertThat(next().board()).isEqualTo(BOARD);
    outbox.put(top(3, entry("ada", 3, 1)), 0);
    assertThat(next().board()).isEqualTo(other);
  }

  @Test
  void endsWithAClientThatAsksMoreThanItTakes() throws InterruptedException {
    for (int i = 0; i < 65; i++) {
      outbox.answer(new Outgoing.Text("{}"));
    }

    assertThat(outbox.take(NOW)).containsInstanceOf(Outgoing.Close.class);
  }

  @Test
  void watchesABoundedNumberOfBoards() {
    for (int i = 0; i < Outbox.MOST_BOARDS; i++) {
      assertThat(outbox.watch(BoardKey.allTime("game-" + i), 10, Optional.empty())).isTrue();
    }

    assertThat(outbox.watch(BOARD, 10, Optional.empty())).isFalse();
    assertThat(outbox.watch(BoardKey.allTime("game-0"), 20, Optional.empty())).isTrue();
  }

  @Test
  void goesOnToTheNextBoardWithTheLimitAndTheIdThatIsStillOwed() throws InterruptedException {
    outbox.watch(TODAY, 5, Optional.of("\"a\""));
    outbox.put(Top.empty(TODAY), 0);

    assertThat(outbox.over(TODAY.endsAt().minusMillis(1))).isEmpty();
    assertThat(outbox.over(TODAY.endsAt())).containsExactly(TODAY);
    assertThat(outbox.turn(TODAY, TOMORROW)).isTrue();
    outbox.put(Top.empty(TODAY), 0);
    outbox.put(Top.empty(TOMORROW), 0);

    assertThat(outbox.take(NOW))
        .contains(
            new Outgoing.Board(new Slot.Update(Top.empty(TOMORROW), 5, Optional.of("\"a\""))));
    assertThat(outbox.take(NOW)).isEmpty();
  }

  @Test
  void doesNotGoOnFromABoardThatIsWatchedNoMore() {
    outbox.watch(TODAY, 5, Optional.empty());

    assertThat(outbox.unwatch(TODAY.series())).containsExactly(TODAY);

    assertThat(outbox.turn(TODAY, TOMORROW)).isFalse();
    assertThat(outbox.unwatch(TODAY.series())).isEmpty();
  }

  @Test
  void keepsWhatTheNextBoardWasAskedForBeforeTheTurn() throws InterruptedException {
    outbox.watch(TODAY, 5, Optional.empty());
    outbox.watch(TOMORROW, 7, Optional.empty());

    outbox.turn(TODAY, TOMORROW);
    outbox.put(Top.empty(TOMORROW), 0);

    assertThat(outbox.take(NOW))
        .contains(new Outgoing.Board(new Slot.Update(Top.empty(TOMORROW), 7, Optional.empty())));
  }

  private Top next() throws InterruptedException {
    return ((Outgoing.Board) outbox.take(NOW).orElseThrow()).update().top();
  }
}
