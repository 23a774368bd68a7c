package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranks of a great board that moves while they are recorded, each write and slice committed. */
class RanksRecordedMeanwhileTest {
  private static final String BOARD =
      """
      insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version, updated_at)
      select 'p' || lpad(n::text, 6, '0'), 200000 - n, '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 1, '2026-01-01Z'
      from generate_series(1, 100000) as n;
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries)
      values ('global', 'global', '*', 'all-time', '1970-01-01', 1, now(), 100000, '[]');
      """;

  /** More players than one batch has, all of the last slice, in reverse order of their names. */
  private static final String SIX_THOUSAND_SCORE =
      """
      update laurel.players set score = 300000 + %d + right(player_id, 6)::int, updated_at = now()
      where player_id > 'p094000'
      """;

  private LaurelDatabase server;
  private Connection owner;

  @BeforeEach
  void start() throws Exception {
    server = LaurelDatabase.start();
    owner = server.connect("postgres");
    Sql.run(owner, BOARD);
    assertThat(next("keep_ranks")).startsWith("laid");
    assertThat(next("keep_ranks")).startsWith("cut");
  }

  @AfterEach
  void stop() throws Exception {
    owner.close();
    server.close();
  }

  @Test
  void whoPassesFromASliceToComeToOneThatIsDoneAndScoresOnAndOnIsRecorded() throws Exception {
    assertThat(next("record_ranks")).isEqualTo("100 of the first of global");
    assertThat(next("record_ranks")).isEqualTo("49900 ranks of global");
    Sql.run(owner, SIX_THOUSAND_SCORE.formatted(0));
    assertThat(next("record_ranks")).isEqualTo("44000 ranks of global");
    Sql.run(owner, SIX_THOUSAND_SCORE.formatted(1));
    assertThat(next("record_ranks")).isEqualTo("5000 ranks of global, written meanwhile");
    Sql.run(owner, SIX_THOUSAND_SCORE.formatted(2));
    assertThat(next("record_ranks")).isEqualTo("1000 ranks of global, written meanwhile");
    assertThat(next("record_ranks")).isEqualTo("null");

    assertThat(
            Sql.rows(
                owner,
                """
                select count(*), min(rank), max(rank), count(distinct rank) from laurel.rank_history
                where player_id > 'p094000'
                """))
        .containsExactly("6000|1|6000|6000");
    assertThat(Sql.rows(owner, "select count(*) from laurel.rank_revisits")).containsExactly("0");
  }

  private String next(String upkeep) throws SQLException {
    return Sql.rows(owner, "select laurel." + upkeep + "()").getFirst();
  }
}
