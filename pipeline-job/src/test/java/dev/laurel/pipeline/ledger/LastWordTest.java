package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.EventSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Profiles and moderation: the last word counts, by event time and then by eventId. */
class LastWordTest extends LedgerStory {
  @Test
  void letsTheGreatestTimeThenTheGreatestEventIdWinInAnyOrder() throws Exception {
    List<EventSample> profiles =
        List.of(
            profile("e-9", 0, "old"),
            profile("e-1", 5, "new"),
            profile("e-3", 5, "newest"),
            profile("e-2", 5, "newer"));
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      List<EventSample> order = new ArrayList<>(profiles);
      Collections.shuffle(order, random);
      String player = "p" + round;

      for (EventSample profile : order) {
        take(profile.text("playerId", player));
      }

      assertThat(lastTotals().playerId()).isEqualTo(player);
      assertThat(lastTotals().username()).isEqualTo("newest");
      assertThat(lastTotals().firstSeenAt()).isEqualTo(NOON);
      assertThat(lastTotals().lastSeenAt()).isEqualTo(NOON.plusSeconds(5));
    }
  }

  @Test
  void tellsTheNameToEveryBoardOfThePlayer() throws Exception {
    take(unlock("win", NOON));
    take(action("LEVEL", "r-1", NOON));
    take(playtime("p-1", NOON).text("gameId", "tag"));
    ledger.scores().clear();

    take(profile("e-1", 0, "Ada"));

    assertThat(boards()).containsExactly("global: ada 250 Ada", "chess: ada 100 Ada");
    assertThat(ledger.lines(Board.of("chess", "GB", Period.ALL_TIME, 0)))
        .containsExactly("ada 100 Ada");
    assertThat(ledger.scores()).extracting(GameScore::region).containsExactly("GB", "GB", "GB");
    ledger.scores().clear();
    take(profile("e-2", 1, "Ada Lovelace"));
    assertThat(ledger.scores()).as("the same region").isEmpty();
  }

  @Test
  void takesAnExcludedPlayerOffTheirBoards() throws Exception {
    take(unlock("win", NOON));

    take(verdict("m-1", 0, "exclude"));

    assertThat(boards()).isEmpty();
    assertThat(lastTotals().excluded()).isTrue();
    assertThat(ledger.scores().get(ledger.scores().size() - 1).excluded()).isTrue();
  }

  @Test
  void bringsARestoredPlayerBackWithTheScoreTheyWouldHaveHad() throws Exception {
    take(unlock("win", NOON));
    take(verdict("m-1", 0, "exclude"));

    take(action("LEVEL", "r-1", NOON.plusSeconds(1)).text("gameId", "tag"));
    take(profile("e-1", 2, "Ada"));
    assertThat(boards()).isEmpty();
    assertThat(lastTotals().score()).isEqualTo(250);

    take(verdict("m-2", 3, "restore"));
    assertThat(boards())
        .containsExactly("global: ada 250 Ada", "chess: ada 100 Ada", "tag: ada 150 Ada");
  }

  @Test
  void ignoresAVerdictThatIsNotTheLastWord() throws Exception {
    take(unlock("win", NOON));
    take(verdict("m-2", 5, "restore"));

    take(verdict("m-3", 4, "exclude"));
    take(verdict("m-1", 5, "exclude"));

    assertThat(boards()).containsExactly("global: ada 100 null", "chess: ada 100 null");
    assertThat(lastTotals().excluded()).isFalse();
  }

  @Test
  void tellsTheRegionThatIsTheLastWordOfItsDay() throws Exception {
    take(unlock("win", NOON));
    take(profile("e-2", 0, "Ada"));
    take(profile("e-1", 0, "overtaken"));
    take(profile("e-3", -86_400, "of the day before"));
    take(profile("e-4", 5, "Ada"));

    assertThat(ledger.regions())
        .extracting(row -> row.day() + " " + row.region() + " " + saidAt(row))
        .containsExactly(
            "2026-03-01 GB " + NOON,
            "2026-02-28 GB " + NOON.minusSeconds(86_400),
            "2026-03-01 GB " + NOON.plusSeconds(5));
  }

  @Test
  void excludesAPlayerBeforeTheirFirstEvent() throws Exception {
    take(verdict("m-1", 0, "exclude"));
    take(unlock("win", NOON));

    assertThat(boards()).isEmpty();
    assertThat(ledger.scores()).extracting(GameScore::excluded).containsExactly(true);
  }

  private static Instant saidAt(RegionOfDay row) {
    return Instant.ofEpochMilli(row.version() - 1);
  }

  private static EventSample profile(String eventId, int second, String username) {
    return EventSample.profile()
        .text("eventId", eventId)
        .text("username", username)
        .at(NOON.plusSeconds(second))
        .loggedAt(NOON.plusSeconds(60));
  }

  private static EventSample verdict(String eventId, int second, String verdict) {
    return EventSample.moderation()
        .text("eventId", eventId)
        .text("verdict", verdict)
        .at(NOON.plusSeconds(second))
        .loggedAt(NOON.plusSeconds(60));
  }
}
