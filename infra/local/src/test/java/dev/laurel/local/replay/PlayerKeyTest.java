package dev.laurel.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlayerKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"unlock\",\"playerId\":\"ada\"}|ada",
        "{\"metadata\":{\"playerId\":\"bob\",\"x\":[{}]},\"playerId\":\"ada\"}|ada",
        "{\"playerId\":\"\\u00e9mile\",\"broken\"|\u00e9mile"
      })
  void theKeyIsThePlayerWhereverItStands(String line, String player) {
    assertThat(PlayerKey.of(line.getBytes(StandardCharsets.UTF_8)))
        .contains(player.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"playerId\":7}",
        "{\"playerId\":null}",
        "{\"a\":",
        "\"playerId\""
      })
  void whereNoPlayerCanBeReadThereIsNoKey(String line) {
    assertThat(PlayerKey.of(line.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
