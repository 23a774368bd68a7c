package dev.laurel.bench.delay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.bench.delay.MatchChanges.Entry;
import dev.laurel.bench.delay.MatchChanges.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MatchChangesTest {

  private static final Place ADA = new Place("chess", "ada");
  private static final Place BOB = new Place("chess", "bob");

  private final MatchChanges match = new MatchChanges();

  @Test
  void aChangeIsAsOldAsTheOldestEventSinceTheOneBefore() {
    match.raised(ADA, 10, 1_000);
    match.raised(ADA, 20, 1_100);
    match.raised(ADA, 30, 1_200);
    match.raised(ADA, 40, 1_300);

    assertThat(match.oldest(List.of(new Entry(ADA, 10, false)))).hasValue(1_000);
    assertThat(match.oldest(List.of(new Entry(ADA, 30, true)))).hasValue(1_100);
    assertThat(match.oldest(List.of(new Entry(ADA, 40, true)))).hasValue(1_300);
  }

  @Test
  void whoComesIntoTheTopIsAsOldAsTheEventThatBroughtThem() {
    match.raised(ADA, 10, 1_000);
    match.raised(ADA, 20, 1_500);

    assertThat(match.oldest(List.of(new Entry(ADA, 20, false)))).hasValue(1_500);
  }

  @Test
  void theOldestOfAllEntriesCounts() {
    match.raised(ADA, 10, 1_400);
    match.raised(BOB, 10, 1_300);

    assertThat(match.oldest(List.of(new Entry(ADA, 10, true), new Entry(BOB, 10, true))))
        .hasValue(1_300);
  }

  @Test
  void whereNoScoreRoseThereIsNoEvent() {
    match.raised(ADA, 10, 1_000);
    match.oldest(List.of(new Entry(ADA, 10, true)));

    assertThat(match.oldest(List.of(new Entry(ADA, 10, true)))).isEmpty();
  }

  @Test
  void quantilesAreValuesThatCame() {
    Delays delays = Delays.of(1_000, new long[] {10, 20, 30, 40});

    assertThat(delays).isEqualTo(new Delays(1_000, 4, 20, 40, 40, 40));
    assertThat(Delays.quantile(new long[0], 0.99)).isZero();
  }
}
