package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which ranks are recorded when. Time is moved by moving what was recorded back. */
class RankHistoryTest {
  private static final String HISTORY =
      "select player_id, rank, score, total from laurel.rank_history order by recorded_at, player_id";

  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
    Sql.run(
        owner,
        """
        insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
        select 'p' || lpad(n::text, 3, '0'), 1000 - n, '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 1
        from generate_series(1, 150) as n
        """);
    Sql.run(
        owner,
        """
        insert into laurel.leaderboard_tops
          (scope, game_id, region, period, period_start, version, published_at, total, entries)
        values ('global', 'global', '*', 'all-time', '1970-01-01', 1, now(), 150, '[]')
        """);
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void beginsWithEveryone() throws Exception {
    assertThat(record()).containsExactly("100 of the first of global", "50 ranks of global");
    assertThat(record()).isEmpty();

    assertThat(Sql.rows(owner, HISTORY))
        .hasSize(150)
        .startsWith("p001|1|999|150")
        .endsWith("p150|150|850|150");
  }

  @Test
  void goesOnWithWhoeverHasMovedSinceTheDayBefore() throws Exception {
    record();
    Sql.run(owner, "update laurel.players set score = 852 where player_id = 'p150'");
    back("1 day");

    assertThat(record()).containsExactly("0 of the first of global", "2 ranks of global");

    assertThat(Sql.rows(owner, HISTORY + " offset 150"))
        .containsExactly("p149|150|851|150", "p150|149|852|150");
  }

  @Test
  void looksAtTheFirstHundredOnceAnHourIfTheTopHasChanged() throws Exception {
    record();
    Sql.run(owner, "update laurel.players set score = 2000 where player_id = 'p003'");
    Sql.run(owner, "update laurel.players set score = 0 where player_id = 'p110'");
    back("1 hour");
    Sql.run(owner, "update laurel.rank_records set everyone_at = now()");
    assertThat(record()).as("the top is the same").isEmpty();

    Sql.run(owner, "update laurel.leaderboard_tops set version = 2");

    assertThat(record()).containsExactly("3 of the first of global");
    assertThat(Sql.rows(owner, HISTORY + " offset 150"))
        .containsExactly("p001|2|999|150", "p002|3|998|150", "p003|1|2000|150");
    assertThat(record()).isEmpty();
  }

  @Test
  void keepsTheBestRankAndWhenItWasReachedFirst() throws Exception {
    record();
    Sql.run(owner, "update laurel.players set score = 2000 where player_id = 'p003'");
    back("1 day");
    record();
    Sql.run(owner, "update laurel.players set score = 1 where player_id = 'p003'");
    back("1 day");
    record();

    assertThat(
            Sql.rows(
                owner,
                "select rank, best_rank, best_at < recorded_at from laurel.player_ranks where player_id = 'p003'"))
        .containsExactly("150|1|t");
    assertThat(
            Sql.rows(
                owner, "select rank, best_rank from laurel.player_ranks where player_id = 'p001'"))
        .containsExactly("1|1");
  }

  @Test
  void recordsAGreatBoardInSlicesAndWhoPassesThemMeanwhileAtTheEnd() throws Exception {
    Sql.run(
        owner,
        """
        insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
        select 'q' || lpad(n::text, 6, '0'), -n, '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 1
        from generate_series(1, 100000) as n
        """);
    Sql.run(owner, "update laurel.leaderboard_tops set total = 100150");
    assertThat(recordNext()).as("before its ranges are laid").isEqualTo("null");
    for (int piece = 0; piece < 2; piece++) {
      assertThat(Sql.rows(owner, "select laurel.keep_ranks()")).isNotEqualTo(List.of("null"));
    }
    assertThat(recordNext()).isEqualTo("100 of the first of global");
    assertThat(recordNext()).isEqualTo("49900 ranks of global");
    Sql.run(owner, "update laurel.players set score = 5000 where player_id = 'q099999'");
    Sql.run(owner, "update laurel.players set score = -200000 where player_id = 'p100'");

    assertThat(record()).hasSizeGreaterThan(3).last().asString().endsWith("written meanwhile");

    assertThat(
            Sql.rows(
                owner,
                "select player_id, rank from laurel.player_ranks where player_id in ('q099999', 'p100') order by 1"))
        .containsExactly("p100|100150", "q099999|1");
    assertThat(
            Sql.rows(
                owner,
                """
                select count(*) from (
                  select player_id, row_number() over (order by neg_score, reached_at, player_id) as rank from laurel.players) as now
                join laurel.player_ranks as known using (player_id)
                where known.board = 'global' and known.rank <> now.rank
                """))
        .as("everyone's row was written meanwhile, so all were looked at again")
        .containsExactly("0");
    assertThat(record()).isEmpty();
  }

  @Test
  void leavesOutWhoIsNotOnTheBoard() throws Exception {
    Sql.run(owner, "update laurel.players set is_excluded = true where player_id = 'p001'");

    assertThat(record()).containsExactly("100 of the first of global", "49 ranks of global");
  }

  @Test
  void makesItsPartitionsAheadAndLetsGoWhatIsNoLongerKept() throws Exception {
    Sql.run(
        owner,
        "create table laurel.rank_history_2020_01 partition of laurel.rank_history for values from ('2020-01-01Z') to ('2020-02-01Z')");

    record();

    assertThat(
            Sql.rows(
                owner,
                """
                select relname = any (array[
                  to_char(now() at time zone 'UTC', '"rank_history_"YYYY_MM'),
                  to_char(date_trunc('month', now() at time zone 'UTC') + interval '1 month', '"rank_history_"YYYY_MM')])
                from pg_inherits join pg_class on pg_class.oid = inhrelid
                where inhparent = 'laurel.rank_history'::regclass
                """))
        .containsExactly("t", "t");
  }

  private List<String> record() throws SQLException {
    List<String> done = new ArrayList<>();
    for (String next = recordNext(); !next.equals("null"); next = recordNext()) {
      done.add(next);
    }
    return done;
  }

  private String recordNext() throws SQLException {
    return Sql.rows(owner, "select laurel.record_ranks()").getFirst();
  }

  /** As if all that was recorded had been so long before. */
  private void back(String interval) throws SQLException {
    Sql.run(
        owner,
        """
        update laurel.rank_records set everyone_at = everyone_at - interval '%1$s', first_at = first_at - interval '%1$s';
        update laurel.player_ranks
        set recorded_at = recorded_at - interval '%1$s', best_at = best_at - interval '%1$s';
        """
            .formatted(interval));
    Sql.run(
        owner,
        "create table if not exists laurel.rank_history_past partition of laurel.rank_history default");
    Sql.run(
        owner,
        "update laurel.rank_history set recorded_at = recorded_at - interval '" + interval + "'");
  }
}
