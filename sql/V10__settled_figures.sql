-- Figures that can be taken at their word: completion and rarity of what is active in games that are active, days of the
-- log that are over and do not add up, periods that are closed in every table. And vacuum for the tables whose rows change
-- every few seconds.

-- ---------------------------------------------------------------------------------------------------------------------
-- Which row is the newer

comment on column laurel.player_daily_stats.version is
  'How many changes of this player the ledger had made when it wrote the row. The row with the most unlocks, actions and seconds played together wins; of two with as many the one with fewer distinct unlocks.';
comment on column laurel.player_monthly_stats.version is
  'How many changes of this player the ledger had made when it wrote the row. The row with the most unlocks, actions and seconds played together wins; of two with as many the one with fewer distinct unlocks.';
comment on column laurel.player_regions.version is
  'One more than the event time of the profile, in milliseconds since 1970; the greatest wins.';
comment on column laurel.game_daily_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, players new to week and month, distinct unlocks) wins: a late event of another day took them.';
comment on column laurel.game_monthly_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, distinct unlocks) wins: a late event of another month took them.';
comment on column laurel.platform_daily_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, players new to week and month, distinct unlocks) wins: a late event of another day took them.';
comment on column laurel.platform_monthly_stats.version is
  'Rises with every event counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer firsts (new players, distinct unlocks) wins: a late event of another month took them.';
comment on column laurel.achievement_stats.version is
  'Rises with every unlock counted, the same whatever order players come in; the greatest wins. Of rows with the same one the one with fewer first unlocks wins: a late unlock of another period took them.';
comment on column laurel.log_daily_counts.version is
  'Rises with every record counted; the greatest wins. Of rows with the same one the one with more that wait wins.';

-- ---------------------------------------------------------------------------------------------------------------------
-- What is closed

create or replace function laurel.closed_before() returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    (select case when bool_and(closed_up_to is not null) then (min(closed_up_to) at time zone 'UTC')::date end
     from laurel.pipeline_freshness
     where table_name in (
       'player_daily_stats', 'player_monthly_stats', 'game_daily_stats', 'game_monthly_stats', 'platform_daily_stats',
       'platform_monthly_stats', 'achievement_stats')),
    date '-infinity')
$$;
comment on function laurel.closed_before() is
  'The first day that is not closed in every table of statistics, UTC. Rows of this day and later, and of the month that holds it and later, are provisional.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Achievements that are active, in games that are

create or replace view analytics.achievement_rarity with (security_invoker = true) as
select
  achievement.game_id,
  achievement.achievement_id,
  achievement.name,
  achievement.category,
  achievement.is_active and coalesce(defined.is_active, false) as is_active,
  coalesce(stats.first_unlocks, 0) as unlocked_players,
  coalesce(stats.first_unlocks, 0) - coalesce(excluded.unlocked_players, 0) as unlocked_players_without_excluded,
  coalesce(game.players, 0) as players,
  coalesce(game.players, 0) - coalesce(excluded_of_game.players, 0) as players_without_excluded,
  round(100.0 * coalesce(stats.first_unlocks, 0) / nullif(game.players, 0), 2) as rarity_percent,
  round(100.0 * (coalesce(stats.first_unlocks, 0) - coalesce(excluded.unlocked_players, 0))
    / nullif(game.players - coalesce(excluded_of_game.players, 0), 0), 2) as rarity_percent_without_excluded,
  stats.updated_at
from laurel.achievements as achievement
left join laurel.games as defined on defined.game_id = achievement.game_id
left join laurel.achievement_stats as stats
  on stats.game_id = achievement.game_id and stats.achievement_id = achievement.achievement_id
  and stats.period = 'all-time' and stats.period_start = date '1970-01-01'
left join (
  select game_id, sum(new_players)::bigint as players
  from laurel.game_monthly_stats
  group by game_id) as game on game.game_id = achievement.game_id
left join (
  select unlocked.game_id, unlocked.achievement_id, count(*) as unlocked_players
  from laurel.players as player
  join laurel.player_achievements as unlocked on unlocked.player_id = player.player_id
  where player.is_excluded
  group by unlocked.game_id, unlocked.achievement_id) as excluded
  on excluded.game_id = achievement.game_id and excluded.achievement_id = achievement.achievement_id
left join (
  select score.game_id, count(*) as players
  from laurel.players as player
  join laurel.player_scores as score on score.player_id = player.player_id
  where player.is_excluded
  group by score.game_id) as excluded_of_game on excluded_of_game.game_id = achievement.game_id;
comment on column analytics.achievement_rarity.is_active is 'False: its unlocks are refused now, because it or its game is not active.';

-- How many active achievements a player has unlocked is how many they have unlocked in all, which is at hand, less those of
-- them that are retired, which are few and looked up player by player: no read of all that all players unlocked. "offset
-- 0" has that done once a player and not once a figure.
create or replace view analytics.completion_funnel with (security_invoker = true) as
select
  game.game_id,
  game.achievements,
  coalesce(seen.players, 0) as players,
  coalesce(seen.players, 0) - excluded.players as players_without_excluded,
  kept.reached_first + excluded.reached_first as reached_first,
  kept.reached_first as reached_first_without_excluded,
  kept.reached_25_percent + excluded.reached_25_percent as reached_25_percent,
  kept.reached_25_percent as reached_25_percent_without_excluded,
  kept.reached_50_percent + excluded.reached_50_percent as reached_50_percent,
  kept.reached_50_percent as reached_50_percent_without_excluded,
  kept.reached_75_percent + excluded.reached_75_percent as reached_75_percent,
  kept.reached_75_percent as reached_75_percent_without_excluded,
  kept.reached_100_percent + excluded.reached_100_percent as reached_100_percent,
  kept.reached_100_percent as reached_100_percent_without_excluded
from (
  select
    achievement.game_id,
    count(*) filter (where achievement.is_active) as achievements,
    array_agg(achievement.achievement_id) filter (where not achievement.is_active) as retired
  from laurel.achievements as achievement
  join laurel.games as defined on defined.game_id = achievement.game_id
  where defined.is_active
  group by achievement.game_id
  having count(*) filter (where achievement.is_active) > 0) as game
left join (
  select game_id, sum(new_players)::bigint as players
  from laurel.game_monthly_stats
  group by game_id) as seen on seen.game_id = game.game_id
cross join lateral (
  select
    count(*) filter (where unlocks >= 1) as reached_first,
    count(*) filter (where 100 * unlocks >= 25 * game.achievements) as reached_25_percent,
    count(*) filter (where 100 * unlocks >= 50 * game.achievements) as reached_50_percent,
    count(*) filter (where 100 * unlocks >= 75 * game.achievements) as reached_75_percent,
    count(*) filter (where 100 * unlocks >= 100 * game.achievements) as reached_100_percent
  from (
    select
      score.distinct_unlocks - case when game.retired is null or score.distinct_unlocks = 0 then 0 else (
        select count(*) from laurel.player_achievements as unlocked
        where unlocked.player_id = score.player_id and unlocked.game_id = game.game_id
          and unlocked.achievement_id = any (game.retired)) end as unlocks
    from laurel.player_scores as score
    where score.game_id = game.game_id and score.reached_at is not null and not score.is_excluded
    offset 0) as progress) as kept
cross join lateral (
  select
    count(*) as players,
    count(*) filter (where unlocks >= 1) as reached_first,
    count(*) filter (where 100 * unlocks >= 25 * game.achievements) as reached_25_percent,
    count(*) filter (where 100 * unlocks >= 50 * game.achievements) as reached_50_percent,
    count(*) filter (where 100 * unlocks >= 75 * game.achievements) as reached_75_percent,
    count(*) filter (where 100 * unlocks >= 100 * game.achievements) as reached_100_percent
  from (
    select
      score.distinct_unlocks - case when game.retired is null or score.distinct_unlocks = 0 then 0 else (
        select count(*) from laurel.player_achievements as unlocked
        where unlocked.player_id = score.player_id and unlocked.game_id = game.game_id
          and unlocked.achievement_id = any (game.retired)) end as unlocks
    from laurel.players as player
    join laurel.player_scores as score on score.player_id = player.player_id
    where player.is_excluded and score.game_id = game.game_id and score.is_excluded
    offset 0) as progress) as excluded;
comment on view analytics.completion_funnel is
  'How far players get in a game. Grain: one active game with active achievements, of all time. Unlocks of achievements that are no longer active do not count. Name the game: all of its players are counted one by one.';
comment on column analytics.completion_funnel.reached_first is 'Players who unlocked at least one active achievement, a count.';
comment on column analytics.completion_funnel.reached_25_percent is 'Players who unlocked at least 25 percent of the active achievements, a count.';
comment on column analytics.completion_funnel.reached_50_percent is 'Players who unlocked at least 50 percent of the active achievements, a count.';
comment on column analytics.completion_funnel.reached_75_percent is 'Players who unlocked at least 75 percent of the active achievements, a count.';
comment on column analytics.completion_funnel.reached_100_percent is 'Players who unlocked all of the active achievements, a count.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Days of the log that do not add up

-- A record is counted where it is read and again where it is judged, so for some seconds a day does not add up. Behind
-- them the watermark goes through the same tasks: when it has been written for five minutes since a day's counts were, those
-- counts have settled, whatever event time their events have.
drop view analytics.reconciliation;
create view analytics.reconciliation with (security_invoker = true) as
select
  day,
  received,
  accepted,
  repeated,
  dead,
  waiting,
  received - accepted - repeated - dead - waiting as missing,
  updated_at
from laurel.log_daily_counts
where received <> accepted + repeated + dead + waiting
  and updated_at < (
    select updated_at - interval '5 minutes' from laurel.pipeline_freshness where table_name = 'log_daily_counts');

comment on view analytics.reconciliation is
  'Days of the log whose records are not all accounted for. Grain: one day of log time (the Kafka timestamp), UTC, whose counts have not changed for five minutes of the job and do not add up. Must be empty: else records were lost or counted twice.';
comment on column analytics.reconciliation.day is 'Day of log time, UTC: not of event time.';
comment on column analytics.reconciliation.received is 'Records read, a count.';
comment on column analytics.reconciliation.accepted is 'Records that count, a count.';
comment on column analytics.reconciliation.repeated is 'Repeats and overtaken profiles and verdicts, a count.';
comment on column analytics.reconciliation.dead is 'Records that went to the topic dead-letters, a count.';
comment on column analytics.reconciliation.waiting is 'Records that wait for the catalog now, a count.';
comment on column analytics.reconciliation.missing is 'received less the other four, a count: above 0 lost, below 0 counted twice.';
comment on column analytics.reconciliation.updated_at is 'When the row was last written, UTC, by the clock of the database.';

create view analytics.records_in_flight with (security_invoker = true) as
select
  day,
  received,
  accepted,
  repeated,
  dead,
  waiting,
  received - accepted - repeated - dead - waiting as in_flight,
  updated_at
from laurel.log_daily_counts
where received <> accepted + repeated + dead + waiting
  and (updated_at < (
    select updated_at - interval '5 minutes' from laurel.pipeline_freshness where table_name = 'log_daily_counts'))
    is not true;

comment on view analytics.records_in_flight is
  'Days of the log of which records are read and not yet judged, or the other way about. Grain: one day of log time (the Kafka timestamp), UTC, whose counts changed in the last five minutes of the job and do not add up. What stays goes over to reconciliation.';
comment on column analytics.records_in_flight.day is 'Day of log time, UTC: not of event time.';
comment on column analytics.records_in_flight.received is 'Records read, a count.';
comment on column analytics.records_in_flight.accepted is 'Records that count, a count.';
comment on column analytics.records_in_flight.repeated is 'Repeats and overtaken profiles and verdicts, a count.';
comment on column analytics.records_in_flight.dead is 'Records that went to the topic dead-letters, a count.';
comment on column analytics.records_in_flight.waiting is 'Records that wait for the catalog now, a count.';
comment on column analytics.records_in_flight.in_flight is 'received less the other four, a count: below 0 where more were told as judged than as read.';
comment on column analytics.records_in_flight.updated_at is 'When the row was last written, UTC, by the clock of the database.';

grant select on analytics.reconciliation, analytics.records_in_flight to laurel_analyst;

-- ---------------------------------------------------------------------------------------------------------------------
-- Vacuum for rows that change all the time: a top is ten kilobytes, most of it beside the table, and each write leaves the
-- one before.

alter table laurel.leaderboard_tops set (
  autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, toast.autovacuum_vacuum_scale_factor = 0.05);
alter table laurel.leaderboard_finals set (
  autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, toast.autovacuum_vacuum_scale_factor = 0.05);
alter table laurel.achievement_stats set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table laurel.game_daily_stats set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table laurel.game_monthly_stats set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table laurel.platform_daily_stats set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table laurel.platform_monthly_stats set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
