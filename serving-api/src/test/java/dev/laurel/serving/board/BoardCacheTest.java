package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardCacheTest {

  private final MovableClock clock = new MovableClock("2026-03-04T12:00:00Z");
  private final BoardCache cache = new BoardCache(List.of(), new LivePeriods(clock));

  @ParameterizedTest
  @EnumSource(Period.class)
  void holdsTheBoardThatGoesOn(Period period) {
    BoardKey board = series(period).at(clock.instant());

    cache.offer(whole(board));

    assertThat(cache.top(board)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(value = Period.class, names = "ALL_TIME", mode = EnumSource.Mode.EXCLUDE)
  void passesOverBoardsOfPeriodsLongOver(Period period) {
    BoardKey board = series(period).at(Instant.parse("2026-01-15T00:00:00Z"));

    cache.offer(whole(board));
    cache.load(List.of(Top.empty(board)));

    assertThat(cache.size()).isZero();
    assertThat(cache.counts().dropped()).isEqualTo(1);
    assertThat(cache.boardsWithGap()).isEmpty();
  }

  @Test
  void holdsABoardUntilTwoHoursAfterItsEnd() {
    BoardKey board = series(Period.DAILY).on(LocalDate.parse("2026-03-04"));
    BoardKey allTime = BoardKey.allTime("chess");
    cache.offer(whole(board));
    cache.offer(whole(allTime));

    clock.set("2026-03-05T01:59:59.999Z");
    cache.forgetPast();
    assertThat(cache.top(board)).isPresent();

    clock.set("2026-03-05T02:00:00Z");
    cache.forgetPast();
    assertThat(cache.top(board)).isEmpty();
    assertThat(cache.top(allTime)).isPresent();
    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void forgetsTheGapOfABoardWithTheBoard() {
    BoardKey board = series(Period.DAILY).on(LocalDate.parse("2026-03-04"));
    cache.offer(change(board, Optional.of(4L)));
    assertThat(cache.boardsWithGap()).containsExactly(board);

    clock.set("2026-03-06T00:00:00Z");
    cache.forgetPast();

    assertThat(cache.boardsWithGap()).isEmpty();
  }

  private static BoardSeries series(Period period) {
    return new BoardSeries("chess", "EU", period);
  }

  private static RankChange whole(BoardKey board) {
    return change(board, Optional.empty());
  }

  private static RankChange change(BoardKey board, Optional<Long> previous) {
    return new RankChange(
        board, 5, previous, Instant.EPOCH, Optional.empty(), 0, 0, List.of(), List.of());
  }
}
