package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migration is the tables' contract: what stands in it without a comment is not understood. */
class CommentsTest {
  private static final String UNEXPLAINED =
      """
      with relation as (
        select c.oid, c.relname, c.relkind, c.relispartition
        from pg_class c
        where c.relnamespace in ('laurel'::regnamespace, 'analytics'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'i', 'I')
          and c.oid not in (
            select to_regclass('laurel.flyway_schema_history')
            union select indexrelid from pg_index where indrelid = to_regclass('laurel.flyway_schema_history'))
      ), object as (
        select 'schema ' || nspname as name, obj_description(oid, 'pg_namespace') as explained
        from pg_namespace where nspname in ('laurel', 'analytics')
        union all
        select 'function ' || oid::regprocedure, obj_description(oid, 'pg_proc')
        from pg_proc where pronamespace in ('laurel'::regnamespace, 'analytics'::regnamespace)
        union all
        select 'relation ' || relname, obj_description(oid, 'pg_class')
        from relation where not (relispartition and relkind = 'i')
        union all
        select 'column ' || relname || '.' || attname, col_description(oid, attnum)
        from relation join pg_attribute on attrelid = oid
        where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm') and not relispartition
      )
      select name from object where coalesce(explained, '') = '' order by name
      """;
  private static final String TIMES_WITHOUT_A_ZONE =
      """
      select c.relname || '.' || a.attname
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace in ('laurel'::regnamespace, 'analytics'::regnamespace) and c.relkind in ('r', 'p', 'v')
        and not c.relispartition
        and a.attnum > 0 and c.relname <> 'flyway_schema_history'
        and (a.atttypid in ('timestamp'::regtype, 'time'::regtype)
          or a.atttypid in ('timestamptz'::regtype, 'date'::regtype)
            and col_description(c.oid, a.attnum) not like '%UTC%')
      """;
  private static final String TABLES_WITHOUT_GRAIN_OR_WRITER =
      """
      select relname from pg_class
      where relnamespace in ('laurel'::regnamespace, 'analytics'::regnamespace) and not relispartition
        and relname <> 'flyway_schema_history'
        and (relkind in ('r', 'p') and obj_description(oid, 'pg_class') not like '%Grain: %Writer: %Readers: %'
          or relkind = 'v' and obj_description(oid, 'pg_class') not like '%Grain: %')
      """;

  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
    for (var table : List.of("score_events", "player_daily_stats", "player_monthly_stats")) {
      Sql.run(owner, "select laurel.prepare_partition('%s', '2026-03-15')".formatted(table));
    }
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void explainEverySchemaTableViewColumnIndexAndFunction() throws Exception {
    assertThat(Sql.rows(owner, UNEXPLAINED)).isEmpty();
  }

  @Test
  void sayOfEveryTableWhatARowIsAndWhoWritesAndReadsIt() throws Exception {
    assertThat(Sql.rows(owner, TABLES_WITHOUT_GRAIN_OR_WRITER)).isEmpty();
  }

  @Test
  void sayOfEveryTimeThatItIsUtc() throws Exception {
    assertThat(Sql.rows(owner, TIMES_WITHOUT_A_ZONE)).isEmpty();
  }

  @Test
  void areMissedWhereTheyAreMissing() throws Exception {
    Sql.run(owner, "create table laurel.mystery (day date, noon timestamp)");
    Sql.run(owner, "create index mystery_idx on laurel.mystery (day)");
    Sql.run(owner, "create view laurel.riddle as select 1 as answer");
    Sql.run(owner, "create function laurel.guess() returns int language sql return 1");
    Sql.run(owner, "comment on table laurel.score_events_2026_03 is null");
    Sql.run(owner, "comment on schema laurel is null");

    List<String> unexplained = Sql.rows(owner, UNEXPLAINED);

    assertThat(unexplained)
        .containsExactly(
            "column mystery.day",
            "column mystery.noon",
            "column riddle.answer",
            "function laurel.guess()",
            "relation mystery",
            "relation mystery_idx",
            "relation riddle",
            "relation score_events_2026_03",
            "schema laurel");
    Sql.run(owner, "comment on table laurel.mystery is 'Something.'");
    Sql.run(owner, "comment on column laurel.mystery.day is 'A day.'");
    assertThat(Sql.rows(owner, TABLES_WITHOUT_GRAIN_OR_WRITER)).containsExactly("mystery");
    assertThat(Sql.rows(owner, TIMES_WITHOUT_A_ZONE)).contains("mystery.day", "mystery.noon");
  }
}
