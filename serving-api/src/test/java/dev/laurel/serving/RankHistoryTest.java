package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks over time as they were recorded, and what a player's profile says of them. */
class RankHistoryTest {

  private static final Stack STACK = Stack.shared();

  @BeforeAll
  static void fill() {
    STACK.execute(
        Rows.game("past", "Past"),
        Rows.player("rhoda", -1_000_000_000, "2026-02-01T00:00:00Z"),
        """
        do $$
        begin
          for month in 0..2 loop
            execute format(
              'create table if not exists laurel.%I partition of laurel.rank_history for values from (%L) to (%L)',
              to_char(date_trunc('month', now() at time zone 'UTC') - month * interval '1 month', '"rank_history_"YYYY_MM'),
              to_char(date_trunc('month', now() at time zone 'UTC') - month * interval '1 month', 'YYYY-MM-DD"T00:00:00Z"'),
              to_char(date_trunc('month', now() at time zone 'UTC') - (month - 1) * interval '1 month', 'YYYY-MM-DD"T00:00:00Z"'));
          end loop;
        end $$""",
        """
        insert into laurel.rank_history (board, player_id, recorded_at, rank, score, total)
        select board, 'rhoda', now() - days * interval '1 day', rank, 100 - rank, 50
        from (values ('global', 0.5, 4), ('global', 2, 9), ('global', 8, 3), ('past', 3, 2)) as told (board, days, rank)""",
        """
        insert into laurel.player_ranks (board, player_id, rank, best_rank, best_at, recorded_at)
        values ('global', 'rhoda', 4, 3, now() - interval '8 days', now())""");
  }

  @Test
  void areAnsweredNewestFirst() {
    Reply reply = history("global/players/rhoda/history");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().path("history").findValuesAsText("rank"))
        .containsExactly("4", "9", "3");
    assertThat(reply.data().at("/history/0/score").asInt()).isEqualTo(96);
    assertThat(reply.data().at("/history/0/total").asInt()).isEqualTo(50);
    assertThat(reply.data().at("/history/0/recordedAt").asText()).endsWith("Z");
    assertThat(reply.pagination())
        .isEqualTo("{\"limit\":50,\"offset\":0,\"total\":3,\"hasMore\":false}");
    assertThat(
            history("past/players/rhoda/history").data().path("history").findValuesAsText("rank"))
        .containsExactly("2");
    assertThat(
            history("global/players/rhoda/history?limit=1&offset=1")
                .data()
                .path("history")
                .findValuesAsText("rank"))
        .containsExactly("9");
  }

  @Test
  void areThoseOfTheDaysAskedFor() {
    assertThat(
            history("global/players/rhoda/history?from=2020-01-01&to=2020-12-31")
                .data()
                .path("history"))
        .isEmpty();
    assertThat(history("global/players/rhoda/history?from=2020-01-01").data().path("history"))
        .hasSize(3);
  }

  /** Whoever does not move for months still has a rank in them. */
  @Test
  void beginWithTheOneThatHeldWhenTheDaysBegan() {
    String newest =
        history("global/players/rhoda/history").data().at("/history/0/recordedAt").asText();
    String days = "/players/rhoda/history?from=" + newest.substring(0, 10);

    Reply moved = history("global" + days);
    Reply still = history("past" + days);

    assertThat(ranks(moved)).containsExactly("4", "9");
    assertThat(moved.pagination())
        .isEqualTo("{\"limit\":50,\"offset\":0,\"total\":2,\"hasMore\":false}");
    assertThat(ranks(history("global" + days + "&limit=1&offset=1"))).containsExactly("9");
    assertThat(ranks(still)).containsExactly("2");
  }

  @Test
  void makeTheProfilesBestRankAndRankChange() {
    Reply reply = STACK.get("/api/v1/players/rhoda");

    long rank = reply.data().path("rank").asLong();
    assertThat(rank).isPositive();
    assertThat(reply.data().path("bestRank").asLong()).isEqualTo(Math.min(3, rank));
    assertThat(reply.data().at("/rankChange/day").asLong()).isEqualTo(9 - rank);
    assertThat(reply.data().at("/rankChange/week").asLong()).isEqualTo(3 - rank);
    assertThat(reply.data().at("/rankChange/month").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "global/players/nobody/history, 404, USER_NOT_FOUND",
    "global/players/a%00b/history, 404, USER_NOT_FOUND",
    "unknown/players/rhoda/history, 404, GAME_NOT_FOUND",
    "global/players/rhoda/history?from=yesterday, 400, INVALID_PARAMETER",
    "global/players/rhoda/history?from=2026-03-02&to=2026-03-01, 400, INVALID_PARAMETER",
    "global/players/rhoda/history?limit=401, 400, INVALID_LIMIT",
  })
  void areRefusedWhereTheQuestionIsNotUnderstood(String path, int status, String code) {
    Reply reply = history(path);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  private static List<String> ranks(Reply reply) {
    return reply.data().path("history").findValuesAsText("rank");
  }

  private static Reply history(String path) {
    return STACK.get("/api/v1/leaderboards/" + path);
  }
}
