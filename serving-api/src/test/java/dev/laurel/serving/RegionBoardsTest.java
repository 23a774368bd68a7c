package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.serving.RankChangeJson.BoardName;
import dev.laurel.serving.RankChangeJson.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All-time boards of a region: the top from memory, what lies below from the tables. */
class RegionBoardsTest {

  private static final Stack STACK = Stack.shared();
  private static final BoardName ALPS = new BoardName("ALPS", "all-time", "1970-01-01");

  /** Forty players, every second of them of the region, two of those excluded. */
  private static final String PLAYERS =
      """
      insert into laurel.players
        (player_id, username, region, score, reached_at, first_seen_at, last_seen_at, is_excluded, version)
      select 'alp-' || lpad(n::text, 2, '0'), 'Alp ' || n, case when n % 2 = 0 then 'ALPS' else 'SEA' end, -1000 - n, seen,
        seen, seen, n in (10, 12), 1
      from generate_series(0, 39) as n
      cross join lateral (select timestamptz '2026-01-01Z' as seen)
      """;

  private static final String SCORES =
      """
      insert into laurel.player_scores
        (player_id, game_id, region, score, reached_at, total_actions, total_unlocks, is_excluded, version)
      select player_id, 'mountains', region, score, reached_at, 1, 0, is_excluded, 1 from laurel.players where player_id like 'alp-%'
      """;

  @BeforeAll
  static void fill() {
    STACK.execute(Rows.game("mountains", "Mountains"), PLAYERS, SCORES);
    for (String game : new String[] {"mountains", "global"}) {
      STACK.publish(
          RankChangeJson.whole(game, 10, Line.of("alp-00", -1000), Line.of("alp-02", -1002))
              .ofTotal(18)
              .on(ALPS));
      await().until(() -> board(game, "&limit=2").data().path("version").asLong() == 10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountains", "global"})
  void answersItsTopFromMemory(String game) {
    Reply reply = board(game, "&limit=2");

    assertThat(reply.players()).containsExactly("alp-00", "alp-02");
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":2,\"offset\":0,\"total\":18,\"hasMore\":true}");
    assertThat(reply.data().has("period")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountains", "global"})
  void answersThePlacesOfThatRegionBelowIt(String game) {
    Reply reply = board(game, "&limit=4&offset=3");

    assertThat(reply.players()).containsExactly("alp-06", "alp-08", "alp-14", "alp-16");
    assertThat(reply.data().path("leaderboard").get(2).toString())
        .isEqualTo(
            "{\"rank\":6,\"userId\":\"alp-14\",\"username\":\"Alp 14\",\"score\":-1014,"
                + "\"lastUpdated\":\"2026-01-01T00:00:00Z\",\"region\":\"ALPS\"}");
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":4,\"offset\":3,\"total\":18,\"hasMore\":true}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mountains", "global"})
  void answersNothingButTheTotalPastItsEnd(String game) {
    Reply reply = board(game, "&offset=18");

    assertThat(reply.players()).isEmpty();
    assertThat(reply.data().at("/pagination/total").asLong()).isEqualTo(18);
    assertThat(reply.data().at("/pagination/hasMore").asBoolean()).isFalse();
  }

  @Test
  void answersARegionOfWhichNobodyStandsOnTheBoard() {
    Reply reply = STACK.get("/api/v1/leaderboards/mountains?region=NOWHERE&offset=5");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.players()).isEmpty();
  }

  private static Reply board(String game, String more) {
    return STACK.get("/api/v1/leaderboards/" + game + "?region=ALPS" + more);
  }
}
