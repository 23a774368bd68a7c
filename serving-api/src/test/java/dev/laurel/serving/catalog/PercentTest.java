package dev.laurel.serving.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "3, 0, 0", "0, 8, 0", "1, 8, 12.5", "8, 8, 100", "9, 8, 100"})
  void staysBetweenNothingAndAll(long part, long whole, double percent) {
    assertThat(Percent.of(part, whole)).isEqualTo(percent);
  }
}
