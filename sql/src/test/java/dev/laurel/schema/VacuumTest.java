package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows that are written again every few seconds leave as many dead ones. */
class VacuumTest {

  @Test
  void tablesWhoseRowsChangeAllTheTimeAreVacuumedOftenerThanOthers() throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(
              Sql.rows(
                  owner,
                  """
                  select relname from pg_class
                  where relnamespace = 'laurel'::regnamespace and relkind = 'r'
                    and (relname in ('players', 'player_scores', 'leaderboard_tops', 'leaderboard_finals', 'achievement_stats')
                      or relname ~ '^(game|platform)_(daily|monthly)_stats$')
                    and coalesce(reloptions @> array['autovacuum_vacuum_scale_factor=0.05'], false) is false
                  """))
          .isEmpty();
    }
  }

  @Test
  void soIsWhatATopKeepsBesideItsTable() throws Exception {
    try (var owner = SharedDatabase.connect("postgres")) {
      assertThat(
              Sql.rows(
                  owner,
                  """
                  select top.relname from pg_class as top join pg_class as toast on toast.oid = top.reltoastrelid
                  where top.oid in ('laurel.leaderboard_tops'::regclass, 'laurel.leaderboard_finals'::regclass)
                    and toast.reloptions @> array['autovacuum_vacuum_scale_factor=0.05']
                  order by 1
                  """))
          .containsExactly("leaderboard_finals", "leaderboard_tops");
    }
  }
}
