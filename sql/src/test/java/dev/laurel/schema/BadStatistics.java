package dev.laurel.schema;

/** {@link BadValues} of the tables and columns of statistics. */
final class BadStatistics {
  static final String ALL =
      """
      players_statistics_check                 | distinct_unlocks     | -1
      players_statistics_check                 | distinct_unlocks     | 1
      players_statistics_check                 | playtime_seconds     | -1
      players_statistics_check                 | first_active_at      | timestamptz '2026-03-01T10:00:00Z'
      players_statistics_check                 | last_active_at       | timestamptz '2026-03-01T10:00:00Z'
      player_scores_counts_check               | distinct_unlocks     | -1
      player_scores_counts_check               | distinct_unlocks     | 2
      player_scores_counts_check               | playtime_seconds     | -1
      player_scores_reached_at_check           | reached_at           | null
      player_scores_seen_check                 | last_seen_at         | timestamptz '2026-03-01T09:59:59.999Z'
      player_regions_player_id_check           | player_id            | ''
      player_regions_player_id_check           | player_id            | repeat('p', 129)
      player_regions_region_check              | region               | 'E'
      player_regions_region_check              | region               | 'EU_WEST'
      player_regions_version_check             | version              | 0
      player_scores_region_check               | region               | 'E'
      player_scores_region_check               | region               | 'EU WEST'
      player_achievements_player_id_check      | player_id            | ''
      player_achievements_player_id_check      | player_id            | repeat('p', 129)
      player_achievements_game_id_check        | game_id              | ''
      player_achievements_game_id_check        | game_id              | 'global'
      player_achievements_game_id_check        | game_id              | repeat('g', 129)
      player_achievements_game_id_check        | game_id              | '_none'
      player_achievements_achievement_id_check | achievement_id       | ''
      player_achievements_achievement_id_check | achievement_id       | repeat('a', 129)
      player_achievements_unlocks_check        | unlocks              | 0
      player_achievements_unlocked_at_check    | last_unlocked_at     | timestamptz '2026-03-01T09:59:59.999Z'
      player_daily_stats_player_id_check       | player_id            | ''
      player_daily_stats_player_id_check       | player_id            | repeat('p', 129)
      player_daily_stats_game_id_check         | game_id              | ''
      player_daily_stats_game_id_check         | game_id              | 'global'
      player_daily_stats_game_id_check         | game_id              | repeat('g', 129)
      player_daily_stats_counts_check          | unlocks              | 0
      player_daily_stats_counts_check          | unlocks              | -1
      player_daily_stats_counts_check          | distinct_unlocks     | -1
      player_daily_stats_counts_check          | distinct_unlocks     | 2
      player_daily_stats_counts_check          | actions              | -1
      player_daily_stats_counts_check          | playtime_seconds     | -1
      player_daily_stats_seen_check            | last_seen_at         | timestamptz '2026-03-01T09:59:59.999Z'
      player_daily_stats_scored_check          | first_scored_at      | null
      player_daily_stats_scored_check          | last_scoring_at      | null
      player_daily_stats_scored_check          | last_scoring_at      | timestamptz '2026-03-01T09:59:59.999Z'
      player_daily_stats_version_check         | version              | 0
      player_daily_stats_revision_check        | revision             | 0
      player_monthly_stats_player_id_check     | player_id            | ''
      player_monthly_stats_player_id_check     | player_id            | repeat('p', 129)
      player_monthly_stats_game_id_check       | game_id              | ''
      player_monthly_stats_game_id_check       | game_id              | 'global'
      player_monthly_stats_game_id_check       | game_id              | repeat('g', 129)
      player_monthly_stats_month_check         | month                | date '2026-03-02'
      player_monthly_stats_counts_check        | unlocks              | 0
      player_monthly_stats_counts_check        | unlocks              | -1
      player_monthly_stats_counts_check        | distinct_unlocks     | -1
      player_monthly_stats_counts_check        | distinct_unlocks     | 2
      player_monthly_stats_counts_check        | actions              | -1
      player_monthly_stats_counts_check        | playtime_seconds     | -1
      player_monthly_stats_seen_check          | last_seen_at         | timestamptz '2026-03-01T09:59:59.999Z'
      player_monthly_stats_scored_check        | first_scored_at      | null
      player_monthly_stats_scored_check        | last_scoring_at      | null
      player_monthly_stats_scored_check        | last_scoring_at      | timestamptz '2026-03-01T09:59:59.999Z'
      player_monthly_stats_version_check       | version              | 0
      player_monthly_stats_revision_check      | revision             | 0
      game_daily_stats_game_id_check           | game_id              | ''
      game_daily_stats_game_id_check           | game_id              | 'global'
      game_daily_stats_game_id_check           | game_id              | repeat('g', 129)
      game_daily_stats_counts_check            | active_players       | 0
      game_daily_stats_counts_check            | new_players          | -1
      game_daily_stats_counts_check            | new_players          | 3
      game_daily_stats_counts_check            | unlocks              | -1
      game_daily_stats_counts_check            | distinct_unlocks     | -1
      game_daily_stats_counts_check            | distinct_unlocks     | 2
      game_daily_stats_counts_check            | actions              | -1
      game_daily_stats_counts_check            | playtime_seconds     | -1
      game_daily_stats_counts_check            | players_new_to_week  | 0
      game_daily_stats_counts_check            | players_new_to_week  | 3
      game_daily_stats_counts_check            | players_new_to_month | 0
      game_daily_stats_counts_check            | players_new_to_month | 3
      game_daily_stats_version_check           | version              | 0
      game_daily_stats_revision_check          | revision             | 0
      game_monthly_stats_game_id_check         | game_id              | ''
      game_monthly_stats_game_id_check         | game_id              | 'global'
      game_monthly_stats_game_id_check         | game_id              | repeat('g', 129)
      game_monthly_stats_month_check           | month                | date '2026-03-02'
      game_monthly_stats_counts_check          | active_players       | 0
      game_monthly_stats_counts_check          | new_players          | -1
      game_monthly_stats_counts_check          | new_players          | 3
      game_monthly_stats_counts_check          | unlocks              | -1
      game_monthly_stats_counts_check          | distinct_unlocks     | -1
      game_monthly_stats_counts_check          | distinct_unlocks     | 2
      game_monthly_stats_counts_check          | actions              | -1
      game_monthly_stats_counts_check          | playtime_seconds     | -1
      game_monthly_stats_version_check         | version              | 0
      game_monthly_stats_revision_check        | revision             | 0
      platform_daily_stats_counts_check        | active_players       | 0
      platform_daily_stats_counts_check        | new_players          | -1
      platform_daily_stats_counts_check        | new_players          | 3
      platform_daily_stats_counts_check        | unlocks              | -1
      platform_daily_stats_counts_check        | distinct_unlocks     | -1
      platform_daily_stats_counts_check        | distinct_unlocks     | 2
      platform_daily_stats_counts_check        | actions              | -1
      platform_daily_stats_counts_check        | playtime_seconds     | -1
      platform_daily_stats_counts_check        | players_new_to_week  | 0
      platform_daily_stats_counts_check        | players_new_to_week  | 3
      platform_daily_stats_counts_check        | players_new_to_month | 0
      platform_daily_stats_counts_check        | players_new_to_month | 3
      platform_daily_stats_version_check       | version              | 0
      platform_daily_stats_revision_check      | revision             | 0
      platform_monthly_stats_month_check       | month                | date '2026-03-02'
      platform_monthly_stats_counts_check      | active_players       | 0
      platform_monthly_stats_counts_check      | new_players          | -1
      platform_monthly_stats_counts_check      | new_players          | 3
      platform_monthly_stats_counts_check      | unlocks              | -1
      platform_monthly_stats_counts_check      | distinct_unlocks     | -1
      platform_monthly_stats_counts_check      | distinct_unlocks     | 2
      platform_monthly_stats_counts_check      | actions              | -1
      platform_monthly_stats_counts_check      | playtime_seconds     | -1
      platform_monthly_stats_version_check     | version              | 0
      platform_monthly_stats_revision_check    | revision             | 0
      achievement_stats_game_id_check          | game_id              | ''
      achievement_stats_game_id_check          | game_id              | 'global'
      achievement_stats_game_id_check          | game_id              | repeat('g', 129)
      achievement_stats_game_id_check          | game_id              | '_none'
      achievement_stats_achievement_id_check   | achievement_id       | ''
      achievement_stats_achievement_id_check   | achievement_id       | repeat('a', 129)
      achievement_stats_period_check           | period               | 'weekly'
      achievement_stats_period_check           | period               | 'all-time'
      achievement_stats_period_check           | period_start         | date '2026-03-02'
      achievement_stats_counts_check           | unlocks              | 0
      achievement_stats_counts_check           | first_unlocks        | -1
      achievement_stats_counts_check           | first_unlocks        | 2
      achievement_stats_version_check          | version              | 0
      achievement_stats_revision_check         | revision             | 0
      log_daily_counts_counts_check            | received             | -1
      log_daily_counts_counts_check            | accepted             | -1
      log_daily_counts_counts_check            | repeated             | -1
      log_daily_counts_counts_check            | dead                 | -1
      log_daily_counts_counts_check            | waiting              | -1
      log_daily_counts_version_check           | version              | 0
      pipeline_progress_task_check             | task                 | -1
      pipeline_progress_task_check             | task                 | 1
      """;

  private BadStatistics() {}
}
