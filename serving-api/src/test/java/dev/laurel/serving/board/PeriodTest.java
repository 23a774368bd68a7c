package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "daily, 2026-03-01T00:00:00Z, 2026-03-01, 2026-03-02T00:00:00Z",
    "daily, 2026-03-01T23:59:59.999Z, 2026-03-01, 2026-03-02T00:00:00Z",
    "weekly, 2026-03-01T23:59:59.999Z, 2026-02-23, 2026-03-02T00:00:00Z",
    "weekly, 2026-03-02T00:00:00Z, 2026-03-02, 2026-03-09T00:00:00Z",
    "weekly, 2027-01-01T12:00:00Z, 2026-12-28, 2027-01-04T00:00:00Z",
    "monthly, 2028-02-29T12:00:00Z, 2028-02-01, 2028-03-01T00:00:00Z",
    "monthly, 2026-12-31T23:59:59.999Z, 2026-12-01, 2027-01-01T00:00:00Z",
  })
  void holdsItsMomentsAndNoOther(String period, Instant moment, String start, Instant end) {
    BoardKey board = series(period).at(moment);

    assertThat(board.periodStart()).hasToString(start);
    assertThat(board.endsAt()).isEqualTo(end);
    assertThat(board.closesAt()).isEqualTo(end.plusSeconds(3600));
    assertThat(board.isOver(end.minusMillis(1))).isFalse();
    assertThat(board.isOver(end)).isTrue();
    assertThat(series(period).at(end)).isNotEqualTo(board);
  }

  @Test
  void neverEndsWhereItIsAllTime() {
    BoardKey board = series("all-time").at(Instant.parse("2999-12-31T23:59:59Z"));

    assertThat(board).isEqualTo(BoardKey.allTime("chess"));
    assertThat(board.isOver(Instant.MAX)).isFalse();
  }

  private static BoardSeries series(String period) {
    return new BoardSeries("chess", "*", ReadBoardName.period(period));
  }
}
