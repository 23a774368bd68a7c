package dev.laurel.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void wordsStandLeftAndNumbersRight() {
    Table table = new Table("who", "µs");
    table.add("L0", "0.79");
    table.add("sql-fast", "20.80");

    assertThat(table)
        .hasToString(
            """
            | who      |    µs |
            |----------|------:|
            | L0       |  0.79 |
            | sql-fast | 20.80 |
            """);
  }

  @Test
  void aRowHasAsManyCellsAsThereAreHeads() {
    assertThatThrownBy(() -> new Table("who", "µs").add("L0"))
        .hasMessage("a row has 1 cells, expected 2");
  }
}
