package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.serving.web.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final BoardKey DAY =
      new BoardSeries("go", "EU", Period.DAILY).on(LocalDate.parse("2026-03-01"));
  private static final Place PLACE =
      new Place(-12, Instant.parse("2026-03-01T10:00:00.123Z"), "a.b_c:d@e-f");

  @Test
  void isReadAsItWasWritten() {
    for (boolean forwards : new boolean[] {true, false}) {
      Cursor cursor = new Cursor(DAY, forwards, PLACE);
      assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
      assertThat(Cursor.read(cursor.toString(), DAY)).isEqualTo(cursor);
    }
  }

  @Test
  void isReadWhereItStandsAtAnEndOfTheBoard() {
    for (Place end : new Place[] {Place.AHEAD_OF_ALL, Place.BEHIND_ALL}) {
      Cursor cursor = new Cursor(DAY, true, end);
      assertThat(Cursor.read(cursor.toString(), DAY)).isEqualTo(cursor);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chess, EU, DAILY, 2026-03-01",
    "go, *, DAILY, 2026-03-01",
    "go, EU, WEEKLY, 2026-03-01",
    "go, EU, DAILY, 2026-03-02",
    "global, *, ALL_TIME, 2026-03-01",
  })
  void isRefusedOnAnotherBoard(String game, String region, Period period, LocalDate day) {
    BoardKey other = new BoardSeries(game, region, period).on(day);
    String text = new Cursor(other, true, PLACE).toString();

    assertThatThrownBy(() -> Cursor.read(text, DAY))
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "cursor is '%s', expected a cursor that a page of this board gave: gameId go, region EU, period daily from 2026-03-01",
            text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "after",
        "after 1 2026-03-01T10:00:00Z",
        "after 1 2026-03-01T10:00:00Z ann",
        "behind 1 2026-03-01T10:00:00Z ann BOARD",
        "after one 2026-03-01T10:00:00Z ann BOARD",
        "after 99999999999999999999 2026-03-01T10:00:00Z ann BOARD",
        "after -9223372036854775808 2026-03-01T10:00:00Z ann BOARD",
        "after 1 yesterday ann BOARD",
        "after 1 1969-12-31T23:59:59.999Z ann BOARD",
        "after 1 3000-01-01T00:00:00Z ann BOARD",
        "after 1 +1000000-01-01T00:00:00Z ann BOARD",
        "after 1 2026-03-01T10:00:00Z a\u0000n BOARD",
        "after 1 2026-03-01T10:00:00Z ann more BOARD",
        "after 1 2026-03-01T10:00:00Z ann BOARD more",
      })
  void refusesWhatNoPageGave(String plain) {
    String told = plain.replace("BOARD", "go EU daily 2026-03-01");
    String text = Base64.getUrlEncoder().encodeToString(told.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.read(text, DAY)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Cursor.read("no base64 !", DAY))
        .hasMessageStartingWith("cursor is 'no base64 !', expected a cursor that a page");
  }
}
