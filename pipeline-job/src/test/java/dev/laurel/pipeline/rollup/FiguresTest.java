package dev.laurel.pipeline.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Property(tries = 300)
  void areReadAsTheyWereWritten(@ForAll long seed) {
    Random random = new Random(seed);
    Figures figures = new Figures();
    for (Figure figure : Figure.values()) {
      figures.add(figure, random.nextInt(3) * random.nextLong());
    }

    Figures read = Figures.of(figures.bytes());

    for (Figure figure : Figure.values()) {
      assertThat(read.get(figure)).isEqualTo(figures.get(figure));
    }
  }

  /** Written once, readable for ever: a figure keeps its place. */
  @Test
  void thoseOfTheFirstVersionAreReadableForEver() {
    Figures read = Figures.of(HexFormat.of().parseHex("0002010406c80108030ee807"));

    assertThat(read.get(Figure.COUNTED)).isEqualTo(1);
    assertThat(read.get(Figure.ACTIVE_PLAYERS)).isEqualTo(2);
    assertThat(read.get(Figure.FIRST_UNLOCKS)).isEqualTo(100);
    assertThat(read.get(Figure.POINTS)).isEqualTo(-2);
    assertThat(read.get(Figure.WAITING)).isEqualTo(500);
    assertThat(HexFormat.of().formatHex(read.bytes())).isEqualTo("0002010406c80108030ee807");
  }

  @Test
  void addUp() {
    Figures sum = new Figures();
    sum.add(Figure.POINTS, -5);
    Figures more = new Figures();
    more.add(Figure.POINTS, 7);
    more.add(Figure.ACTIONS, 1);

    sum.add(more);

    assertThat(sum.get(Figure.POINTS)).isEqualTo(2);
    assertThat(sum.get(Figure.ACTIONS)).isEqualTo(1);
  }

  @Test
  void thoseOfALaterVersionAreRefused() {
    byte[] later = {(byte) Figure.values().length, 2};

    assertThatThrownBy(() -> Figures.of(later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("figures of 2 bytes cannot be read");
  }
}
