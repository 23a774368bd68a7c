package dev.laurel.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * {@code dbt/sources.yml}: what analysts may read, in the words of the database's comments, with
 * how old it may be. Its main method writes the file anew, in the folder {@code sql}.
 */
final class DbtSources {
  static final Path FILE = Path.of("dbt/sources.yml");

  private DbtSources() {}

  public static void main(String[] arguments) throws Exception {
    try (var database = LaurelDatabase.start();
        var owner = database.connect("postgres")) {
      Files.writeString(FILE, yaml(owner));
    }
  }

  /** The file as it should be. */
  static String yaml(Connection owner) throws SQLException {
    return String.join("\n", Sql.rows(owner, LINES)) + "\n";
  }

  /**
   * One line a row. Tables that change with every event are checked for age, by a filter where the
   * newest row would else be sought in all of them; final standings, of which there are some every
   * day, by days. Strings are written as JSON, which YAML is.
   */
  private static final String LINES =
      """
      with relation as (
        select
          c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class') as description,
          case
            when relname in ('players', 'player_scores', 'player_achievements', 'player_daily_stats', 'player_monthly_stats',
              'game_daily_stats', 'game_monthly_stats', 'platform_daily_stats', 'platform_monthly_stats', 'achievement_stats',
              'log_daily_counts', 'leaderboard_tops', 'leaderboard_finals', 'pipeline_progress') then 'updated_at'
            when relname = 'score_events' then 'logged_at'
          end as loaded_at,
          case relname
            when 'player_daily_stats' then 'day >= current_date - 2'
            when 'player_monthly_stats' then 'month >= date_trunc(''month'', current_date - 2)'
            when 'player_achievements' then 'updated_at >= now() - interval ''2 days'''
            when 'score_events' then 'occurred_at >= now() - interval ''2 days'''
          end as filter,
          case relname when 'leaderboard_finals' then '{count: 25, period: hour}' else '{count: 10, period: minute}' end as warn,
          case relname when 'leaderboard_finals' then '{count: 49, period: hour}' else '{count: 1, period: hour}' end as error
        from pg_class as c join pg_namespace as n on n.oid = relnamespace
        where nspname in ('laurel', 'analytics') and relkind in ('r', 'p', 'v') and not relispartition
          and has_any_column_privilege('laurel_analyst', c.oid, 'SELECT')),
      line as (
        select '' as nspname, '' as relname, 0 as attnum, 0 as at, 'version: 2' as text
        union all select '', '', 0, 1, ''
        union all select '', '', 0, 2, 'sources:'
        union all
        select nspname, '', 0, at, text from pg_namespace
        cross join lateral (values
          (0, '  - name: ' || nspname),
          (1, '    schema: ' || nspname),
          (2, '    description: ' || to_json(obj_description(oid, 'pg_namespace'))),
          (3, '    tables:')) as line (at, text)
        where nspname in ('laurel', 'analytics')
        union all
        select nspname, relname, 0, at, text from relation
        cross join lateral (values
          (0, '      - name: ' || relname),
          (1, '        description: ' || to_json(description)),
          (2, '        loaded_at_field: ' || loaded_at),
          (3, case when loaded_at is not null then '        freshness:' end),
          (4, case when loaded_at is not null then '          warn_after: ' || warn end),
          (5, case when loaded_at is not null then '          error_after: ' || error end),
          (6, '          filter: ' || to_json(filter)),
          (7, '        columns:')) as line (at, text)
        where text is not null
        union all
        select nspname, relname, attnum, at, text from relation
        join pg_attribute on attrelid = oid and attnum > 0 and not attisdropped
        cross join lateral (values
          (0, '          - name: ' || attname),
          (1, '            description: ' || to_json(col_description(oid, attnum)))) as line (at, text)
        where has_column_privilege('laurel_analyst', oid, attnum, 'SELECT'))
      select text from line order by nspname collate "C", relname collate "C", attnum, at
      """;
}
