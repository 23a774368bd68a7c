package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RegionsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Comparator<PlayerEvent> NEWEST =
      Comparator.comparing(PlayerEvent::occurredAt).thenComparing(PlayerEvent::eventId);

  @Property(tries = 150)
  void isTheNewestProfilesBeforeThePeriodsEndInWhateverOrderTheyCome(@ForAll long seed) {
    Random random = new Random(seed);
    List<PlayerEvent> told = new ArrayList<>();
    Regions regions = Regions.NONE;
    for (int i = 0; i < 12; i++) {
      long seconds = random.nextInt(8) * 43_200L - random.nextInt(2);
      PlayerEvent profile =
          profile(START.plusSeconds(seconds), "e-" + random.nextInt(5), "R" + random.nextInt(20));
      if (told.stream().anyMatch(known -> NEWEST.compare(known, profile) == 0)) {
        continue;
      }
      told.add(profile);
      regions = regions.told(profile);
      for (long day = -1; day < 6; day++) {
        long endsAt = START.toEpochMilli() + Period.startOf(day);
        assertThat(regions.before(endsAt))
            .isEqualTo(
                told.stream()
                    .filter(one -> one.occurredAt().toEpochMilli() < endsAt)
                    .max(NEWEST)
                    .map(PlayerEvent::region)
                    .orElse(null));
      }
    }
  }

  @Test
  void aWordThatIsNotTheLastOfItsDayChangesNothing() {
    Regions noon = Regions.NONE.told(profile(START.plusSeconds(43_200), "e-1", "GB"));

    assertThat(noon.told(profile(START, "e-2", "DE"))).isSameAs(noon);
    assertThat(noon.told(profile(START.plusSeconds(43_200), "e-0", "DE"))).isSameAs(noon);
    assertThat(noon.told(profile(START.plusSeconds(43_201), "e-0", "DE")).byDay()).hasSize(1);
  }

  @Test
  void ofTheRowsOfADayThatOfTheLastWordIsTheNewest() {
    Regions noon = Regions.NONE.told(profile(START.plusSeconds(43_200), "e-1", "GB"));
    Regions evening = noon.told(profile(START.plusSeconds(64_800), "e-2", "DE"));
    long day = START.toEpochMilli();

    assertThat(evening.of("ada", day).orElseThrow().version())
        .isGreaterThan(noon.of("ada", day).orElseThrow().version());
    assertThat(Regions.NONE.told(profile(Instant.EPOCH, "e-1", "GB")).of("ada", 0).orElseThrow())
        .isEqualTo(new RegionOfDay("ada", 0, "GB", 1));
  }

  @Test
  void aProfileAtThePeriodsEndDoesNotCountInIt() {
    Regions regions = Regions.NONE.told(profile(START, "e-1", "GB"));

    assertThat(regions.before(START.toEpochMilli())).isNull();
    assertThat(regions.before(START.toEpochMilli() + 1)).isEqualTo("GB");
  }

  private static PlayerEvent profile(Instant at, String eventId, String region) {
    return EventSample.profile()
        .text("eventId", eventId)
        .text("region", region)
        .at(at)
        .loggedAt(at.plusSeconds(1))
        .event();
  }
}
