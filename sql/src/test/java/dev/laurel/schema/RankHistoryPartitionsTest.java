package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions of ranks over time are made and dropped without keeping anybody waiting for long. */
class RankHistoryPartitionsTest {
  private static final String BOARD =
      """
      insert into laurel.players (player_id, score, reached_at, first_seen_at, last_seen_at, version)
      select 'p' || n, n, '2026-01-01Z', '2026-01-01Z', '2026-01-01Z', 1 from generate_series(1, 50) as n;
      insert into laurel.leaderboard_tops
        (scope, game_id, region, period, period_start, version, published_at, total, entries)
      values ('global', 'global', '*', 'all-time', '1970-01-01', 1, now(), 50, '[]');
      """;

  private static final String OLD =
      "create table laurel.rank_history_2020_01 partition of laurel.rank_history for values from ('2020-01-01Z') to ('2020-02-01Z')";

  private LaurelDatabase server;
  private Connection owner;
  private Connection other;

  @BeforeEach
  void start() throws Exception {
    server = LaurelDatabase.start();
    owner = server.connect("postgres");
    other = server.connect("postgres");
    other.setAutoCommit(false);
    Sql.run(owner, "set statement_timeout = '20s'");
    Sql.run(owner, BOARD);
  }

  @AfterEach
  void stop() throws Exception {
    other.close();
    owner.close();
    server.close();
  }

  @Test
  void areMadeWhileSomebodyReads() throws Exception {
    Sql.rows(other, "select count(*) from laurel.rank_history");

    assertThat(recordNext()).isEqualTo("50 of the first of global");

    assertThat(partitions()).hasSize(2);
  }

  @Test
  void areDroppedOnceNobodyReadsAndRanksAreRecordedMeanwhile() throws Exception {
    Sql.run(owner, OLD);
    Sql.rows(other, "select count(*) from laurel.rank_history");

    assertThat(recordNext()).isEqualTo("50 of the first of global");
    assertThat(partitions()).contains("rank_history_2020_01");
    other.rollback();

    assertThat(recordNext()).isEqualTo("dropped rank_history_2020_01");
    assertThat(partitions()).hasSize(2).doesNotContain("rank_history_2020_01");
  }

  @Test
  void areMadeLaterWhereSomebodyElseChangesTheTable() throws Exception {
    Sql.run(other, "lock table laurel.rank_history in share update exclusive mode");

    assertThat(recordNext()).isEqualTo("null");
    assertThat(partitions()).isEmpty();
    other.rollback();

    assertThat(recordNext()).isEqualTo("50 of the first of global");
  }

  @Test
  void haveTheKeyAndTheChecksOfTheTable() throws Exception {
    assertThat(recordNext()).isEqualTo("50 of the first of global");

    assertThat(
            Sql.rows(
                owner,
                """
                select count(distinct conrelid), count(*) from pg_constraint
                where contype in ('p', 'c') and conrelid in (
                  select inhrelid from pg_inherits where inhparent = 'laurel.rank_history'::regclass)
                  and (coninhcount = 1)
                """))
        .containsExactly("2|4");
  }

  private String recordNext() throws SQLException {
    return Sql.rows(owner, "select laurel.record_ranks()").getFirst();
  }

  private List<String> partitions() throws SQLException {
    return Sql.rows(
        owner,
        """
        select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = 'laurel.rank_history'::regclass
        """);
  }
}
