package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsavedBooksTest {
  private final UnsavedBooks unsaved = new UnsavedBooks(2);
  private final Book ada = new Book("ada");
  private final Book bob = new Book("bob");
  private final Book cid = new Book("cid");

  @Test
  void theEldestIsSavedWhereThereAreTooMany() {
    assertThat(unsaved.add(ada)).isTrue();
    unsaved.add(bob);
    assertThat(unsaved.nextQuiet()).isNull();
    unsaved.add(cid);

    assertThat(unsaved.nextQuiet()).isSameAs(ada);
    assertThat(unsaved.eldest()).isSameAs(ada);
  }

  @Test
  void oneThatGoesOnChangingIsPassedOverOnce() {
    unsaved.add(ada);
    assertThat(unsaved.add(ada)).as("it was not saved").isFalse();
    unsaved.add(bob);
    unsaved.add(cid);

    assertThat(unsaved.nextQuiet()).isSameAs(bob);
    unsaved.remove(bob);
    unsaved.add(bob);

    assertThat(unsaved.nextQuiet()).isSameAs(cid);
    unsaved.remove(cid);
    unsaved.add(cid);
    assertThat(unsaved.nextQuiet()).isSameAs(ada);
  }

  @Test
  void whatIsSavedForWhateverReasonIsLetGo() {
    unsaved.add(ada);
    unsaved.add(bob);

    unsaved.remove(ada);

    assertThat(unsaved.holds(ada)).isFalse();
    assertThat(unsaved.size()).isOne();
    assertThat(unsaved.eldest()).isSameAs(bob);
    unsaved.remove(bob);
    assertThat(unsaved.eldest()).isNull();
  }
}
