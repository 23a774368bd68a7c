package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.NOON;
import static dev.laurel.pipeline.suspicion.Deeds.NOON_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchAddressesTest {
  private static final String ADDRESS = "192.0.2.7";
  private static final long HOUR = 3_600_000;

  private KeyedOneInputStreamOperatorTestHarness<AddressSpan, Sighting, Flag> watching;

  @BeforeEach
  void start() throws Exception {
    watching = SuspicionHarness.watchAddresses();
  }

  @AfterEach
  void stop() throws Exception {
    watching.close();
  }

  @Test
  void flagsAllPlayersOfAnAddressAsSoonAsTheyAreTooMany() throws Exception {
    see("ada", "bob", "cy");
    assertThat(watching.extractOutputValues()).isEmpty();

    see("eve");

    assertThat(watching.extractOutputValues())
        .containsExactlyInAnyOrder(flag("ada", 4), flag("bob", 4), flag("cy", 4), flag("eve", 4));
  }

  @Test
  void aFamilyAtOneAddressIsNotSuspectHoweverMuchItPlays() throws Exception {
    for (int i = 0; i < 50; i++) {
      see("ada", "bob", "cy");
    }
    watching.processWatermark(NOON_MILLIS + 3 * HOUR);

    assertThat(watching.extractOutputValues()).isEmpty();
  }

  @Test
  void playersOfOtherAddressesAndHoursAreNotAddedUp() throws Exception {
    see("ada", "bob", "cy");
    watching.processElement(new Sighting("eve", new AddressSpan("192.0.2.8", NOON_MILLIS)), 0);
    watching.processElement(new Sighting("eve", new AddressSpan(ADDRESS, NOON_MILLIS + HOUR)), 0);

    assertThat(watching.extractOutputValues()).isEmpty();
  }

  @Test
  void whoComesAfterIsFlaggedAndInTheEndAllWithTheFinalNumber() throws Exception {
    see("ada", "bob", "cy", "eve", "flo");
    assertThat(watching.extractOutputValues()).hasSize(5).contains(flag("flo", 5));

    watching.processWatermark(NOON_MILLIS + 2 * HOUR - 1);

    assertThat(watching.extractOutputValues().subList(5, 10))
        .containsExactlyInAnyOrder(
            flag("ada", 5), flag("bob", 5), flag("cy", 5), flag("eve", 5), flag("flo", 5));
  }

  @Test
  void forgetsThePlayersAnHourAfterTheSpan() throws Exception {
    see("ada", "bob");
    watching.processWatermark(NOON_MILLIS + 2 * HOUR - 2);
    assertThat(watching.numKeyedStateEntries()).as("players and their number").isEqualTo(2);
    assertThat(watching.numEventTimeTimers()).isEqualTo(1);

    watching.processWatermark(NOON_MILLIS + 2 * HOUR - 1);

    assertThat(watching.numKeyedStateEntries()).isZero();
    assertThat(watching.numEventTimeTimers()).isZero();
  }

  @Test
  void playersOfAnAddressWhoComeLateTogetherAreCountedTogether() throws Exception {
    watching.processWatermark(NOON_MILLIS + 10 * HOUR);
    see("ada", "bob", "cy");
    watching.processWatermark(NOON_MILLIS + 11 * HOUR - 1);
    see("eve");

    assertThat(watching.extractOutputValues()).hasSize(4);
    watching.processWatermark(NOON_MILLIS + 11 * HOUR);
    assertThat(watching.numKeyedStateEntries()).isZero();
  }

  @Test
  void goesOnCountingAfterARestart() throws Exception {
    see("ada", "bob", "cy");
    OperatorSubtaskState state = watching.snapshot(1, 1);
    watching.close();
    watching = SuspicionHarness.watchAddresses(state);

    see("cy", "eve");

    assertThat(watching.extractOutputValues()).hasSize(4);
  }

  private void see(String... players) throws Exception {
    for (String player : List.of(players)) {
      watching.processElement(new Sighting(player, new AddressSpan(ADDRESS, NOON_MILLIS)), 0);
    }
  }

  private static Flag flag(String player, int measured) {
    return new Flag(Rule.PLAYERS_AN_ADDRESS, player, "_none", NOON, HOUR, measured, 3, ADDRESS);
  }
}
