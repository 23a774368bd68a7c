package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Subscriptions to boards of a period, over the turn of a day. */
class LiveTurnTest {

  private static final Stack STACK = Stack.shared();
  private static final BoardName TODAY = BoardName.day("2026-03-04");
  private static final BoardName TOMORROW = BoardName.day("2026-03-05");

  private ServiceAt service;
  private LiveClient client;

  @BeforeEach
  void connect() throws BadConfigurationException {
    STACK.execute("delete from laurel.leaderboard_tops where game_id like 'turn-%'");
    service = ServiceAt.start("2026-03-04T23:59:59.999Z");
    client = service.connect();
  }

  @AfterEach
  void close() throws InterruptedException {
    client.closeBlocking();
    service.close();
  }

  @Test
  void sendsTheBoardOfTheRegionAndPeriodAskedFor() {
    BoardName week = new BoardName("EU", "weekly", "2026-03-02");
    service.publish(RankChangeJson.whole("turn-week", 10, Line.of("ada", 5)).on(week));

    JsonNode first =
        client.ask(subscription("turn-week", "\"region\":\"EU\",\"period\":\"weekly\""));
    service.publish(RankChangeJson.after(10, "turn-week", 11, 1, Line.of("ada", 6)).on(week));
    JsonNode second = client.next();

    assertThat(first.path("data").toString())
        .startsWith(
            "{\"gameId\":\"turn-week\",\"region\":\"EU\",\"period\":\"weekly\",\"periodStart\":\"2026-03-02\","
                + "\"limit\":10,\"version\":10,");
    assertThat(second.at("/data/leaderboard/0/score").asLong()).isEqualTo(6);
  }

  @Test
  void goesOnToTheNextBoardAtTheTurn() {
    service.publish(RankChangeJson.whole("turn-day", 10, Line.of("ada", 5)).on(TODAY));
    service.publish(RankChangeJson.whole("turn-day", 11, Line.of("bob", 1)).on(TOMORROW));

    JsonNode today = client.ask(subscription("turn-day", "\"period\":\"daily\",\"id\":\"s\""));
    service.itIs("2026-03-05T00:00:00Z");
    JsonNode tomorrow = client.next();
    service.publish(RankChangeJson.after(10, "turn-day", 12, 1, Line.of("ada", 6)).on(TODAY));
    service.publish(RankChangeJson.after(11, "turn-day", 13, 1, Line.of("bob", 2)).on(TOMORROW));
    JsonNode later = client.next();

    assertThat(today.at("/data/periodStart").asText()).isEqualTo("2026-03-04");
    assertThat(today.path("id").asText()).isEqualTo("s");
    assertThat(tomorrow.at("/data/periodStart").asText()).isEqualTo("2026-03-05");
    assertThat(tomorrow.at("/data/leaderboard").findValuesAsText("userId")).containsExactly("bob");
    assertThat(tomorrow.has("id")).isFalse();
    assertThat(later.at("/data/version").asLong()).isEqualTo(13);
    assertThat(client.untilPong()).isEmpty();
  }

  @Test
  void sendsTheNextBoardEvenIfNobodyStandsOnIt() {
    service.publish(RankChangeJson.whole("turn-empty", 10, Line.of("ada", 5)).on(TODAY));
    client.ask(subscription("turn-empty", "\"period\":\"daily\""));

    service.itIs("2026-03-05T00:00:00Z");
    JsonNode tomorrow = client.next();
    service.publish(RankChangeJson.whole("turn-empty", 11, Line.of("bob", 1)).on(TOMORROW));
    JsonNode first = client.next();

    assertThat(tomorrow.at("/data/periodStart").asText()).isEqualTo("2026-03-05");
    assertThat(tomorrow.at("/data/leaderboard").isEmpty()).isTrue();
    assertThat(first.at("/data/leaderboard/0/userId").asText()).isEqualTo("bob");
  }

  @Test
  void staysWhereThePeriodGoesOn() {
    service.publish(
        RankChangeJson.whole("turn-not", 10, Line.of("ada", 5))
            .on(new BoardName("*", "monthly", "2026-03-01")));
    service.publish(RankChangeJson.whole("turn-not", 11, Line.of("ada", 5)).on(TODAY));
    client.ask(subscription("turn-not", "\"period\":\"monthly\""));
    client.ask(subscription("turn-not", "\"period\":\"daily\""));

    service.itIs("2026-03-05T00:00:00Z");

    assertThat(client.next().at("/data/period").asText()).isEqualTo("daily");
    assertThat(client.untilPong()).isEmpty();
  }

  @Test
  void endsASubscriptionThatHasGoneOn() {
    service.publish(RankChangeJson.whole("turn-left", 10, Line.of("ada", 5)).on(TODAY));
    client.ask(subscription("turn-left", "\"period\":\"daily\""));
    service.itIs("2026-03-05T00:00:00Z");
    client.next();

    client.send(
        "{\"type\":\"unsubscribe_leaderboard\",\"gameId\":\"turn-left\",\"period\":\"daily\"}");
    client.untilPong();
    service.publish(RankChangeJson.whole("turn-left", 11, Line.of("bob", 1)).on(TOMORROW));

    assertThat(client.untilPong()).isEmpty();
  }

  private static String subscription(String gameId, String more) {
    return "{\"type\":\"subscribe_leaderboard\",\"gameId\":\"%s\",%s}".formatted(gameId, more);
  }
}
