package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.serving.web.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void isReadAsItWasWritten() {
    Place place = new Place(-12, Instant.parse("2026-03-01T10:00:00.123Z"), "a.b_c:d@e-f");

    for (boolean forwards : new boolean[] {true, false}) {
      Cursor cursor = new Cursor(forwards, place);
      assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
      assertThat(Cursor.read(cursor.toString())).isEqualTo(cursor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "after",
        "after 1 2026-03-01T10:00:00Z",
        "behind 1 2026-03-01T10:00:00Z ann",
        "after one 2026-03-01T10:00:00Z ann",
        "after 99999999999999999999 2026-03-01T10:00:00Z ann",
        "after 1 yesterday ann",
        "after 1 2026-03-01T10:00:00Z a\u0000n",
        "after 1 2026-03-01T10:00:00Z ann more",
      })
  void refusesWhatNoPageGave(String plain) {
    String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.read(text)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> Cursor.read("no base64 !"))
        .hasMessage("cursor is 'no base64 !', expected a cursor as a page of a board gives it");
  }
}
