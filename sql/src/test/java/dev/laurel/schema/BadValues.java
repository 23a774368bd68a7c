package dev.laurel.schema;

/**
 * Values that a table must not take, a line each: the constraint that refuses it, the column, the
 * literal.
 */
final class BadValues {
  static final String ALL =
      """
      catalog_history_log_offset_check   | log_offset     | -1
      catalog_history_kind_check         | kind           | 'quest'
      catalog_history_kind_check         | kind           | 'achievement'
      catalog_history_kind_check         | kind           | 'action'
      catalog_history_kind_check         | game_id        | ''
      catalog_history_kind_check         | achievement_id | 'first-win'
      catalog_history_kind_check         | action_type    | 'DAILY_BONUS'
      catalog_history_game_id_check      | game_id        | 'global'
      catalog_history_game_id_check      | game_id        | '_none'
      catalog_history_definition_check   | definition     | '[1]'
      players_player_id_check            | player_id      | ''
      players_player_id_check            | player_id      | repeat('p', 129)
      players_username_check             | username       | ''
      players_username_check             | username       | repeat('u', 101)
      players_region_check               | region         | 'E'
      players_region_check               | region         | '*'
      players_region_check               | region         | 'EU-WEST-001'
      players_region_check               | region         | E'EU\\n'
      players_score_check                | reached_at     | null
      players_total_actions_check        | total_actions  | -1
      players_seen_check                 | last_seen_at   | timestamptz '2026-03-01T09:59:59.999Z'
      players_version_check              | version        | 0
      player_scores_player_id_check      | player_id      | ''
      player_scores_player_id_check      | player_id      | repeat('p', 129)
      player_scores_game_id_check        | game_id        | ''
      player_scores_game_id_check        | game_id        | 'global'
      player_scores_game_id_check        | game_id        | repeat('g', 129)
      player_scores_counts_check         | total_actions  | -1
      player_scores_counts_check         | total_unlocks  | -1
      player_scores_counts_check         | total_unlocks  | 0
      player_scores_version_check        | version        | 0
      score_events_player_id_check       | player_id      | ''
      score_events_player_id_check       | player_id      | repeat('p', 129)
      score_events_event_id_check        | event_id       | ''
      score_events_event_id_check        | event_id       | repeat('e', 129)
      score_events_type_check            | type           | 'playtime'
      score_events_type_check            | type           | 'action'
      score_events_type_check            | achievement_id | null
      score_events_type_check            | action_type    | 'DAILY_BONUS'
      score_events_type_check            | request_id     | 'request-1'
      score_events_type_check            | action_id      | 'action-1'
      score_events_game_id_check         | game_id        | ''
      score_events_game_id_check         | game_id        | 'global'
      score_events_game_id_check         | game_id        | repeat('g', 129)
      score_events_points_check          | points         | 1000000001
      score_events_points_check          | points         | -1000000001
      score_events_log_check             | log_partition  | -1
      score_events_log_check             | log_offset     | -1
      score_events_metadata_check        | metadata       | '"text"'
      leaderboard_tops_scope_check       | scope          | 'global'
      leaderboard_tops_scope_check       | scope          | 'platform'
      leaderboard_tops_scope_check       | game_id        | 'global'
      leaderboard_tops_game_id_check     | game_id        | ''
      leaderboard_tops_game_id_check     | game_id        | '_none'
      leaderboard_tops_game_id_check     | game_id        | repeat('g', 129)
      leaderboard_tops_region_check      | region         | 'E'
      leaderboard_tops_region_check      | region         | '**'
      leaderboard_tops_period_check      | period         | 'yearly'
      leaderboard_tops_period_check      | period         | 'weekly'
      leaderboard_tops_period_check      | period_start   | date '1970-01-02'
      leaderboard_tops_version_check     | version        | 0
      leaderboard_tops_version_check     | version        | 9007199254740992
      leaderboard_tops_entries_check     | entries        | '{}'
      leaderboard_tops_total_check       | total          | -1
      leaderboard_tops_total_check       | entries        | '[{"rank": 1}]'
      leaderboard_finals_scope_check     | scope          | 'global'
      leaderboard_finals_scope_check     | game_id        | 'global'
      leaderboard_finals_game_id_check   | game_id        | ''
      leaderboard_finals_game_id_check   | game_id        | '_none'
      leaderboard_finals_game_id_check   | game_id        | repeat('g', 129)
      leaderboard_finals_region_check    | region         | 'E'
      leaderboard_finals_region_check    | region         | '**'
      leaderboard_finals_period_check    | period         | 'all-time'
      leaderboard_finals_period_check    | period         | 'monthly'
      leaderboard_finals_period_check    | period_start   | date '2026-03-03'
      leaderboard_finals_edition_check   | edition        | 'latest'
      leaderboard_finals_edition_check   | edition        | 'second'
      leaderboard_finals_edition_check   | revision       | 0
      leaderboard_finals_edition_check   | revision       | 2
      leaderboard_finals_version_check   | version        | 0
      leaderboard_finals_version_check   | version        | 9007199254740992
      leaderboard_finals_entries_check   | entries        | '{}'
      leaderboard_finals_total_check     | total          | -1
      leaderboard_finals_total_check     | entries        | '[{"rank": 1}]'
      player_flags_player_id_check       | player_id      | ''
      player_flags_player_id_check       | player_id      | repeat('p', 129)
      player_flags_rule_check            | rule           | 'SPEED'
      player_flags_game_id_check         | game_id        | ''
      player_flags_game_id_check         | game_id        | 'global'
      player_flags_game_id_check         | game_id        | repeat('g', 129)
      player_flags_ip_address_check      | ip_address     | '192.0.2.7'
      player_flags_ip_address_check      | rule           | 'PLAYERS_AN_ADDRESS'
      player_flags_span_millis_check     | span_millis    | 0
      player_flags_measured_check        | measured       | 25000
      player_flags_allowed_check         | allowed        | 0
      player_flags_version_check         | version        | 0
      """;

  private BadValues() {}
}
