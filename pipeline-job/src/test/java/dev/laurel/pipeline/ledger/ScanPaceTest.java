package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon boards are known again after a start: thirty players, three a slice. */
class ScanPaceTest extends LedgerStory {
  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final int MOST_SLICES = 11;

  @BeforeEach
  void restartWithThirtyPlayers() throws Exception {
    for (int player = 0; player < 30; player++) {
      take(action("LEVEL", "r", NOON).text("playerId", "player-" + player));
    }
    ledger.restart(1);
    ledger.shares().clear();
    ledger.tick();
  }

  @Test
  void aScanHardlyRestsWhileNoEventsCome() throws Exception {
    for (int slice = 0; slice < MOST_SLICES; slice++) {
      ledger.pass(MILLISECOND);
    }
    ledger.tick();

    assertThat(boards()).singleElement().asString().contains("player-0 150");
  }

  @Test
  void aScanLeavesTheTimeToEventsThatCome() throws Exception {
    for (int slice = 0; slice < MOST_SLICES; slice++) {
      ledger.takeAtOnce(action("LEVEL", "s", NOON).text("playerId", "player-0").event());
      ledger.pass(MILLISECOND);
    }
    ledger.tick();

    assertThat(boards()).isEmpty();

    ledger.settle();
    assertThat(boards()).singleElement().asString().contains("player-0 300");
  }
}
