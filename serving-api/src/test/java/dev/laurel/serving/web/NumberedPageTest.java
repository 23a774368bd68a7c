package dev.laurel.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.uri.UriQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedPageTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "50, 1", "51, 2", "100, 2"})
  void roundsTheNumberOfPagesUp(long total, long pages) {
    assertThat(new NumberedPage(1, 50).of(total).totalPages()).isEqualTo(pages);
  }

  @Test
  void beginsWithTheFirstPage() {
    NumberedPage page = NumberedPage.of(UriQuery.create("limit=7"), 50, 100);

    assertThat(page).isEqualTo(new NumberedPage(1, 7));
    assertThat(page.offset()).isZero();
  }

  @Test
  void passesOverMoreThanAnIntHolds() {
    assertThat(new NumberedPage(Integer.MAX_VALUE, 100).offset()).isEqualTo(214_748_364_600L);
  }
}
