package dev.laurel.pipeline.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private final SharedTexts texts = new SharedTexts(4);

  @Test
  void givesTheOneThatCameFirst() {
    String first = copy("eu");

    assertThat(texts.of(first)).isSameAs(first);
    assertThat(texts.of(copy("eu"))).isSameAs(first);
  }

  @Test
  void givesEqualTextsHoweverManyThereAre() {
    for (int number = 0; number < 100; number++) {
      assertThat(texts.of("player-" + number)).isEqualTo("player-" + number);
    }
    assertThat(texts.of(null)).isNull();
  }

  @Test
  void givesFromBytesTheOneThatCameFirst() {
    byte[] bytes = "(Zürich eu)".getBytes(StandardCharsets.UTF_8);

    String known = texts.of("eu");
    assertThat(texts.of(bytes, 9, 2)).isSameAs(known);
    assertThat(texts.of(bytes, 1, 7)).isEqualTo("Zürich").isSameAs(texts.of("Zürich"));
    assertThat(texts.of(bytes, 3, 0)).isEmpty();
  }

  @Test
  void hasAPowerOfTwoOfPlaces() {
    assertThatThrownBy(() -> new SharedTexts(3))
        .hasMessage("places are 3, expected a power of two");
  }

  private static String copy(String text) {
    return new String(text.toCharArray());
  }
}
