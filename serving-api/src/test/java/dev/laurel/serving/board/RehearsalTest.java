package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.database.DatabaseUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void asksForTheMiddleOfEachAllTimeBoardAndAroundItsLeaders() throws InterruptedException {
    BoardKey daily = new BoardKey("game", "go", "*", Period.DAILY, LocalDate.parse("2026-11-29"));

    rehearsal(LONG)
        .run(
            List.of(
                top(BoardKey.allTime("chess"), 2), top(daily, 3), top(BoardKey.allTime("go"), 0)));

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "chess Page[limit=100, offset=500]",
            "chess Around[playerId=p0, each=10]",
            "chess Around[playerId=p1, each=10]",
            "go Page[limit=100, offset=500]");
  }

  @Test
  void asksAThousandQuestionsAndSomeAtMost() throws InterruptedException {
    rehearsal(LONG)
        .run(IntStream.range(0, 50).mapToObj(i -> top(BoardKey.allTime("g" + i), 100)).toList());

    assertThat(asked).hasSizeBetween(1_000, 1_100);
  }

  @Test
  void endsInTimeAlsoWhereAQuestionHangs() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    var rehearsal =
        new Rehearsal(
            (board, which) -> {
              try {
                never.await();
                return null;
              } catch (InterruptedException interrupted) {
                asked.add("interrupted");
                throw new IllegalStateException(interrupted);
              }
            },
            2,
            Duration.ofMillis(50));

    rehearsal.run(List.of(top(BoardKey.allTime("chess"), 100)));

    assertThat(rehearsal.isOver()).isTrue();
    await().untilAsserted(() -> assertThat(asked).containsExactly("interrupted", "interrupted"));
  }

  @Test
  void endsWhereTheDatabaseIsAway() throws InterruptedException {
    var rehearsal =
        new Rehearsal(
            (board, which) -> {
              asked.add(board.gameId());
              throw new DatabaseUnavailableException(new SQLException("away"));
            },
            2,
            LONG);

    rehearsal.run(List.of(top(BoardKey.allTime("chess"), 100)));

    assertThat(asked).hasSizeBetween(1, 2);
  }

  private Rehearsal rehearsal(Duration atMost) {
    return new Rehearsal(
        (board, which) -> {
          asked.add(board.gameId() + " " + which);
          return null;
        },
        3,
        atMost);
  }

  private static Top top(BoardKey board, int leaders) {
    return new Top(
        board,
        1,
        Optional.empty(),
        Optional.empty(),
        1_000,
        IntStream.range(0, leaders)
            .mapToObj(
                i -> new Entry("p" + i, -i, Instant.EPOCH, Optional.empty(), Optional.empty()))
            .toList());
  }
}
