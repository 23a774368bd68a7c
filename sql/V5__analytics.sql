-- Views for analysts: each answers one question, with everyone and without excluded players side by side.
-- Readers: analysts, as laurel_analyst. They hold no data and run with the rights of who asks.
-- Few players are excluded, so figures without them are those of everyone less what the excluded contributed: their rows
-- are found by players_excluded_idx and the keys of the tables of players. Both kinds of rows stand in one "union all"
-- under one "group by", so that a condition on day, week, month or game reaches both. What has closed is asked once a
-- query, in a subquery of its own: a bare call would be made for every row. A lateral subquery that groups makes the
-- server look up each excluded player by key, whatever it thinks of their number. Weeks are looked up one by one, as a
-- condition on the week of a day would reach no partition, and with the games of the player, so that the key is whole.
-- Views of all games (platform_*) and views of single games (game_*) are kept apart, so that no sum counts twice.

create schema analytics;
comment on schema analytics is 'Views for analysts over the tables of the schema laurel. Days, weeks and months are those of event time; times are UTC.';
grant usage on schema analytics to laurel_analyst;

-- ---------------------------------------------------------------------------------------------------------------------
-- Active players and sums by day, week and month

create view analytics.platform_days with (security_invoker = true) as
select
  day,
  day >= (select laurel.closed_before()) as is_provisional,
  sum(active_players) filter (where not of_excluded)::bigint as active_players,
  sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
  sum(new_players) filter (where not of_excluded)::bigint as new_players,
  sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
  sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
  sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
  sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
  sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
    as distinct_unlocks_without_excluded,
  sum(actions) filter (where not of_excluded)::bigint as actions,
  sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
  sum(points) filter (where not of_excluded)::bigint as points,
  sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
  sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
  sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
    as playtime_seconds_without_excluded,
  max(revision) as revision,
  max(restated_at) as restated_at,
  max(updated_at) as updated_at
from (
  select
    day, false as of_excluded, active_players, new_players, unlocks, distinct_unlocks, actions, points,
    playtime_seconds,
    revision, restated_at, updated_at
  from laurel.platform_daily_stats
  union all
  select
    day, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions), sum(points),
    sum(of_player.playtime_seconds), null, null, null
  from laurel.players as player
  cross join lateral (
    select
      stats.day,
      sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
      sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
    from laurel.player_daily_stats as stats
    where stats.player_id = player.player_id
    group by stats.day) as of_player
  where player.is_excluded
  group by day
  union all
  select first_day, true, 0, count(*), 0, 0, 0, 0, 0, null, null, null
  from (
    select (first_active_at at time zone 'UTC')::date as first_day
    from laurel.players
    where is_excluded and first_active_at is not null) as began
  group by first_day) as rows_of_both
group by day
having sum(active_players) filter (where not of_excluded) > 0;

comment on view analytics.platform_days is
  'What all games and actions without one saw together in a day: daily active players and sums, of everyone and without excluded players. Grain: one day with activity, event time, UTC; kept for 400 days.';
comment on column analytics.platform_days.day is 'Day, event time, UTC.';
comment on column analytics.platform_days.is_provisional is 'True: the day is not closed, its figures still rise.';
comment on column analytics.platform_days.active_players is 'Players with an accepted unlock, action or playtime in this day, each counted once.';
comment on column analytics.platform_days.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.platform_days.new_players is 'Players whose first accepted unlock, action or playtime came in this day.';
comment on column analytics.platform_days.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.platform_days.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.platform_days.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.platform_days.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.platform_days.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.platform_days.actions is 'Accepted actions, a count.';
comment on column analytics.platform_days.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.platform_days.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.platform_days.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.platform_days.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.platform_days.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.platform_days.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column analytics.platform_days.restated_at is 'When the figures were last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.platform_days.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

create view analytics.platform_weeks with (security_invoker = true) as
select
  week,
  week + 6 >= (select laurel.closed_before()) as is_provisional,
  active_players,
  active_players_without_excluded,
  round(player_days / days, 2) as average_daily_players,
  round((player_days - excluded_player_days) / days, 2) as average_daily_players_without_excluded,
  round(100 * player_days / days / active_players, 2) as stickiness_percent,
  round(100 * (player_days - excluded_player_days) / days / nullif(active_players_without_excluded, 0), 2)
    as stickiness_percent_without_excluded,
  new_players,
  new_players_without_excluded,
  unlocks,
  unlocks_without_excluded,
  distinct_unlocks,
  distinct_unlocks_without_excluded,
  actions,
  actions_without_excluded,
  points,
  points_without_excluded,
  playtime_seconds,
  playtime_seconds_without_excluded,
  revision,
  restated_at,
  updated_at
from (
  select
    week,
    sum(active_players) filter (where not of_excluded)::bigint as active_players,
    sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
    sum(new_players) filter (where not of_excluded)::bigint as new_players,
    sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
    sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
    sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
    sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
    sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
      as distinct_unlocks_without_excluded,
    sum(actions) filter (where not of_excluded)::bigint as actions,
    sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
    sum(points) filter (where not of_excluded)::bigint as points,
    sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
    sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
    sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
      as playtime_seconds_without_excluded,
    sum(player_days) filter (where not of_excluded) as player_days,
    coalesce(sum(player_days) filter (where of_excluded), 0) as excluded_player_days,
    max(last_day) as last_day,
    max(revision) as revision,
    max(restated_at) as restated_at,
    max(updated_at) as updated_at
  from (
    select
      day - (extract(isodow from day)::integer - 1) as week, false as of_excluded,
      players_new_to_week as active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds,
      active_players as player_days, day as last_day, revision, restated_at, updated_at
    from laurel.platform_daily_stats
    union all
    select
      week, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions), sum(points),
      sum(of_player.playtime_seconds), sum(days), null, null, null, null
    from (select distinct day - (extract(isodow from day)::integer - 1) as week from laurel.platform_daily_stats)
      as weeks
    cross join laurel.players as player
    cross join lateral (
      select
        count(distinct stats.day) as days,
        sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
        sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
      from laurel.player_daily_stats as stats
      where stats.player_id = player.player_id and stats.day between weeks.week and weeks.week + 6
        and stats.game_id = any (array(
          select score.game_id from laurel.player_scores as score where score.player_id = player.player_id))
      group by stats.player_id) as of_player
    where player.is_excluded
    group by week
    union all
    select first_day - (extract(isodow from first_day)::integer - 1), true, 0, count(*), 0, 0, 0, 0, 0, 0, null, null,
      null, null
    from (
      select (first_active_at at time zone 'UTC')::date as first_day
      from laurel.players
      where is_excluded and first_active_at is not null) as began
    group by first_day - (extract(isodow from first_day)::integer - 1)) as rows_of_both
  where week >= (select laurel.kept_from('platform_daily_stats'))
  group by week
  having sum(active_players) filter (where not of_excluded) > 0) as summed
cross join lateral (
  select case when week + 6 < (select laurel.closed_before()) then 7 else last_day - week + 1 end as days) as length;

comment on view analytics.platform_weeks is
  'What all games and actions without one saw together in a week: weekly active players, stickiness and sums, of everyone and without excluded players. Grain: one week (ISO, from Monday) with activity, event time, UTC; only weeks of which all days are kept.';
comment on column analytics.platform_weeks.week is 'Monday of the ISO week, event time, UTC.';
comment on column analytics.platform_weeks.is_provisional is 'True: the week is not closed, its figures still rise.';
comment on column analytics.platform_weeks.active_players is 'Players with an accepted unlock, action or playtime in this week, each counted once.';
comment on column analytics.platform_weeks.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.platform_weeks.average_daily_players is 'Active players a day: the mean over the days of the week, or, while it is provisional, over the days up to the newest with a row.';
comment on column analytics.platform_weeks.average_daily_players_without_excluded is 'average_daily_players without players who are excluded now.';
comment on column analytics.platform_weeks.stickiness_percent is 'average_daily_players of active_players, in percent, 0 to 100: how much of the week a player comes back.';
comment on column analytics.platform_weeks.stickiness_percent_without_excluded is 'stickiness_percent without players who are excluded now.';
comment on column analytics.platform_weeks.new_players is 'Players whose first accepted unlock, action or playtime came in this week.';
comment on column analytics.platform_weeks.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.platform_weeks.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.platform_weeks.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.platform_weeks.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.platform_weeks.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.platform_weeks.actions is 'Accepted actions, a count.';
comment on column analytics.platform_weeks.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.platform_weeks.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.platform_weeks.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.platform_weeks.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.platform_weeks.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.platform_weeks.revision is '1 as first written; one more with every writing after the day had closed. Of the days of the week, the greatest.';
comment on column analytics.platform_weeks.restated_at is 'When the figures were last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.platform_weeks.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

create view analytics.platform_months with (security_invoker = true) as
select
  month,
  (month + interval '1 month')::date > (select laurel.closed_before()) as is_provisional,
  active_players,
  active_players_without_excluded,
  round(player_days / days, 2) as average_daily_players,
  round((player_days - excluded_player_days) / days, 2) as average_daily_players_without_excluded,
  round(100 * player_days / days / active_players, 2) as stickiness_percent,
  round(100 * (player_days - excluded_player_days) / days / nullif(active_players_without_excluded, 0), 2)
    as stickiness_percent_without_excluded,
  new_players,
  new_players_without_excluded,
  unlocks,
  unlocks_without_excluded,
  distinct_unlocks,
  distinct_unlocks_without_excluded,
  actions,
  actions_without_excluded,
  points,
  points_without_excluded,
  playtime_seconds,
  playtime_seconds_without_excluded,
  revision,
  restated_at,
  updated_at
from (
  select
    month,
    sum(active_players) filter (where not of_excluded)::bigint as active_players,
    sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
    sum(new_players) filter (where not of_excluded)::bigint as new_players,
    sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
    sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
    sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
    sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
    sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
      as distinct_unlocks_without_excluded,
    sum(actions) filter (where not of_excluded)::bigint as actions,
    sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
    sum(points) filter (where not of_excluded)::bigint as points,
    sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
    sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
    sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
      as playtime_seconds_without_excluded,
    sum(player_days) filter (where not of_excluded) as player_days,
    coalesce(sum(player_days) filter (where of_excluded), 0) as excluded_player_days,
    max(last_day) as last_day,
    max(revision) as revision,
    max(restated_at) as restated_at,
    max(updated_at) as updated_at
  from (
    select
      month, false as of_excluded, active_players, new_players, unlocks, distinct_unlocks, actions, points,
      playtime_seconds,
      null::bigint as player_days, null::date as last_day, revision, restated_at, updated_at
    from laurel.platform_monthly_stats
    union all
    select day - (extract(day from day)::integer - 1), false, 0, 0, 0, 0, 0, 0, 0, active_players, day, null, null, null
    from laurel.platform_daily_stats
    union all
    select
      month, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions), sum(points),
      sum(of_player.playtime_seconds), null, null, null, null, null
    from laurel.players as player
    cross join lateral (
      select
        stats.month,
        sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
        sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
      from laurel.player_monthly_stats as stats
      where stats.player_id = player.player_id
      group by stats.month) as of_player
    where player.is_excluded
    group by month
    union all
    select
      month, true, 0, 0, 0, 0, 0, 0, 0, sum(days), null, null, null, null
    from laurel.players as player
    cross join lateral (
      select
        stats.day - (extract(day from stats.day)::integer - 1) as month, count(distinct stats.day) as days
      from laurel.player_daily_stats as stats
      where stats.player_id = player.player_id
      group by stats.day - (extract(day from stats.day)::integer - 1)) as of_player
    where player.is_excluded
    group by month
    union all
    select first_day - (extract(day from first_day)::integer - 1), true, 0, count(*), 0, 0, 0, 0, 0, null, null, null,
      null, null
    from (
      select (first_active_at at time zone 'UTC')::date as first_day
      from laurel.players
      where is_excluded and first_active_at is not null) as began
    group by first_day - (extract(day from first_day)::integer - 1)) as rows_of_both
  group by month
  having sum(active_players) filter (where not of_excluded) > 0) as summed
cross join lateral (
  select case when (month + interval '1 month')::date <= (select laurel.closed_before())
    then (month + interval '1 month')::date - month else last_day - month + 1 end as days) as length;

comment on view analytics.platform_months is
  'What all games and actions without one saw together in a month: monthly active players, stickiness and sums, of everyone and without excluded players. Grain: one month (calendar) with activity, event time, UTC; kept for ever.';
comment on column analytics.platform_months.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.platform_months.is_provisional is 'True: the month is not closed, its figures still rise.';
comment on column analytics.platform_months.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column analytics.platform_months.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.platform_months.average_daily_players is 'Active players a day: the mean over the days of the month, or, while it is provisional, over the days up to the newest with a row. Null for a month whose days are no longer kept.';
comment on column analytics.platform_months.average_daily_players_without_excluded is 'average_daily_players without players who are excluded now.';
comment on column analytics.platform_months.stickiness_percent is 'average_daily_players of active_players, in percent, 0 to 100: how much of the month a player comes back. Null for a month whose days are no longer kept.';
comment on column analytics.platform_months.stickiness_percent_without_excluded is 'stickiness_percent without players who are excluded now.';
comment on column analytics.platform_months.new_players is 'Players whose first accepted unlock, action or playtime came in this month.';
comment on column analytics.platform_months.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.platform_months.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.platform_months.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.platform_months.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.platform_months.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.platform_months.actions is 'Accepted actions, a count.';
comment on column analytics.platform_months.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.platform_months.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.platform_months.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.platform_months.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.platform_months.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.platform_months.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column analytics.platform_months.restated_at is 'When the figures were last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.platform_months.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

create view analytics.game_days with (security_invoker = true) as
select
  game_id,
  day,
  day >= (select laurel.closed_before()) as is_provisional,
  sum(active_players) filter (where not of_excluded)::bigint as active_players,
  sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
  sum(new_players) filter (where not of_excluded)::bigint as new_players,
  sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
  sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
  sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
  sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
  sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
    as distinct_unlocks_without_excluded,
  sum(actions) filter (where not of_excluded)::bigint as actions,
  sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
  sum(points) filter (where not of_excluded)::bigint as points,
  sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
  sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
  sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
    as playtime_seconds_without_excluded,
  max(revision) as revision,
  max(restated_at) as restated_at,
  max(updated_at) as updated_at
from (
  select
    game_id, day, false as of_excluded, active_players, new_players, unlocks, distinct_unlocks, actions, points,
    playtime_seconds,
    revision, restated_at, updated_at
  from laurel.game_daily_stats
  union all
  select
    game_id, day, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions), sum(points),
    sum(of_player.playtime_seconds), null, null, null
  from laurel.players as player
  cross join lateral (
    select
      stats.game_id, stats.day,
      sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
      sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
    from laurel.player_daily_stats as stats
    where stats.player_id = player.player_id
    group by stats.game_id, stats.day) as of_player
  where player.is_excluded
  group by game_id, day
  union all
  select game_id, first_day, true, 0, count(*), 0, 0, 0, 0, 0, null, null, null
  from (
    select score.game_id, (score.first_seen_at at time zone 'UTC')::date as first_day
    from laurel.players as player
    join laurel.player_scores as score on score.player_id = player.player_id
    where player.is_excluded and score.first_seen_at is not null) as began
  group by game_id, first_day) as rows_of_both
group by game_id, day
having sum(active_players) filter (where not of_excluded) > 0;

comment on view analytics.game_days is
  'What a game saw in a day: daily active players and sums, of everyone and without excluded players. Grain: one game and day with activity, event time, UTC; kept for 400 days.';
comment on column analytics.game_days.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_days.day is 'Day, event time, UTC.';
comment on column analytics.game_days.is_provisional is 'True: the day is not closed, its figures still rise.';
comment on column analytics.game_days.active_players is 'Players with an accepted unlock, action or playtime in this day, each counted once.';
comment on column analytics.game_days.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_days.new_players is 'Players whose first accepted unlock, action or playtime in this game came in this day.';
comment on column analytics.game_days.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.game_days.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.game_days.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.game_days.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.game_days.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.game_days.actions is 'Accepted actions, a count.';
comment on column analytics.game_days.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.game_days.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_days.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.game_days.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.game_days.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.game_days.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column analytics.game_days.restated_at is 'When the figures were last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.game_days.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

create view analytics.game_weeks with (security_invoker = true) as
select
  game_id,
  week,
  week + 6 >= (select laurel.closed_before()) as is_provisional,
  active_players,
  active_players_without_excluded,
  round(player_days / days, 2) as average_daily_players,
  round((player_days - excluded_player_days) / days, 2) as average_daily_players_without_excluded,
  round(100 * player_days / days / active_players, 2) as stickiness_percent,
  round(100 * (player_days - excluded_player_days) / days / nullif(active_players_without_excluded, 0), 2)
    as stickiness_percent_without_excluded,
  new_players,
  new_players_without_excluded,
  unlocks,
  unlocks_without_excluded,
  distinct_unlocks,
  distinct_unlocks_without_excluded,
  actions,
  actions_without_excluded,
  points,
  points_without_excluded,
  playtime_seconds,
  playtime_seconds_without_excluded,
  revision,
  restated_at,
  updated_at
from (
  select
    game_id,
    week,
    sum(active_players) filter (where not of_excluded)::bigint as active_players,
    sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
    sum(new_players) filter (where not of_excluded)::bigint as new_players,
    sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
    sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
    sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
    sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
    sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
      as distinct_unlocks_without_excluded,
    sum(actions) filter (where not of_excluded)::bigint as actions,
    sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
    sum(points) filter (where not of_excluded)::bigint as points,
    sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
    sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
    sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
      as playtime_seconds_without_excluded,
    sum(player_days) filter (where not of_excluded) as player_days,
    coalesce(sum(player_days) filter (where of_excluded), 0) as excluded_player_days,
    max(last_day) as last_day,
    max(revision) as revision,
    max(restated_at) as restated_at,
    max(updated_at) as updated_at
  from (
    select
      game_id, day - (extract(isodow from day)::integer - 1) as week, false as of_excluded,
      players_new_to_week as active_players, new_players, unlocks, distinct_unlocks, actions, points, playtime_seconds,
      active_players as player_days, day as last_day, revision, restated_at, updated_at
    from laurel.game_daily_stats
    union all
    select
      game_id, week, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions),
      sum(points),
      sum(of_player.playtime_seconds), sum(days), null, null, null, null
    from (select distinct day - (extract(isodow from day)::integer - 1) as week from laurel.platform_daily_stats)
      as weeks
    cross join laurel.players as player
    cross join lateral (
      select
        stats.game_id, count(distinct stats.day) as days,
        sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
        sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
      from laurel.player_daily_stats as stats
      where stats.player_id = player.player_id and stats.day between weeks.week and weeks.week + 6
        and stats.game_id = any (array(
          select score.game_id from laurel.player_scores as score where score.player_id = player.player_id))
      group by stats.game_id) as of_player
    where player.is_excluded
    group by game_id, week
    union all
    select game_id, first_day - (extract(isodow from first_day)::integer - 1), true, 0, count(*), 0, 0, 0, 0, 0, 0,
      null, null, null, null
    from (
      select score.game_id, (score.first_seen_at at time zone 'UTC')::date as first_day
      from laurel.players as player
      join laurel.player_scores as score on score.player_id = player.player_id
      where player.is_excluded and score.first_seen_at is not null) as began
    group by game_id, first_day - (extract(isodow from first_day)::integer - 1)) as rows_of_both
  where week >= (select laurel.kept_from('game_daily_stats'))
  group by game_id, week
  having sum(active_players) filter (where not of_excluded) > 0) as summed
cross join lateral (
  select case when week + 6 < (select laurel.closed_before()) then 7 else last_day - week + 1 end as days) as length;

comment on view analytics.game_weeks is
  'What a game saw in a week: weekly active players, stickiness and sums, of everyone and without excluded players. Grain: one game and week (ISO, from Monday) with activity, event time, UTC; only weeks of which all days are kept.';
comment on column analytics.game_weeks.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_weeks.week is 'Monday of the ISO week, event time, UTC.';
comment on column analytics.game_weeks.is_provisional is 'True: the week is not closed, its figures still rise.';
comment on column analytics.game_weeks.active_players is 'Players with an accepted unlock, action or playtime in this week, each counted once.';
comment on column analytics.game_weeks.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_weeks.average_daily_players is 'Active players a day: the mean over the days of the week, or, while it is provisional, over the days up to the newest with a row.';
comment on column analytics.game_weeks.average_daily_players_without_excluded is 'average_daily_players without players who are excluded now.';
comment on column analytics.game_weeks.stickiness_percent is 'average_daily_players of active_players, in percent, 0 to 100: how much of the week a player comes back.';
comment on column analytics.game_weeks.stickiness_percent_without_excluded is 'stickiness_percent without players who are excluded now.';
comment on column analytics.game_weeks.new_players is 'Players whose first accepted unlock, action or playtime in this game came in this week.';
comment on column analytics.game_weeks.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.game_weeks.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.game_weeks.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.game_weeks.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.game_weeks.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.game_weeks.actions is 'Accepted actions, a count.';
comment on column analytics.game_weeks.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.game_weeks.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_weeks.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.game_weeks.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.game_weeks.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.game_weeks.revision is '1 as first written; one more with every writing after the day had closed. Of the days of the week, the greatest.';
comment on column analytics.game_weeks.restated_at is 'When the figures were last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.game_weeks.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

create view analytics.game_months with (security_invoker = true) as
select
  game_id,
  month,
  (month + interval '1 month')::date > (select laurel.closed_before()) as is_provisional,
  active_players,
  active_players_without_excluded,
  round(player_days / days, 2) as average_daily_players,
  round((player_days - excluded_player_days) / days, 2) as average_daily_players_without_excluded,
  round(100 * player_days / days / active_players, 2) as stickiness_percent,
  round(100 * (player_days - excluded_player_days) / days / nullif(active_players_without_excluded, 0), 2)
    as stickiness_percent_without_excluded,
  new_players,
  new_players_without_excluded,
  unlocks,
  unlocks_without_excluded,
  distinct_unlocks,
  distinct_unlocks_without_excluded,
  actions,
  actions_without_excluded,
  points,
  points_without_excluded,
  playtime_seconds,
  playtime_seconds_without_excluded,
  revision,
  restated_at,
  updated_at
from (
  select
    game_id,
    month,
    sum(active_players) filter (where not of_excluded)::bigint as active_players,
    sum(case when of_excluded then -active_players else active_players end)::bigint as active_players_without_excluded,
    sum(new_players) filter (where not of_excluded)::bigint as new_players,
    sum(case when of_excluded then -new_players else new_players end)::bigint as new_players_without_excluded,
    sum(unlocks) filter (where not of_excluded)::bigint as unlocks,
    sum(case when of_excluded then -unlocks else unlocks end)::bigint as unlocks_without_excluded,
    sum(distinct_unlocks) filter (where not of_excluded)::bigint as distinct_unlocks,
    sum(case when of_excluded then -distinct_unlocks else distinct_unlocks end)::bigint
      as distinct_unlocks_without_excluded,
    sum(actions) filter (where not of_excluded)::bigint as actions,
    sum(case when of_excluded then -actions else actions end)::bigint as actions_without_excluded,
    sum(points) filter (where not of_excluded)::bigint as points,
    sum(case when of_excluded then -points else points end)::bigint as points_without_excluded,
    sum(playtime_seconds) filter (where not of_excluded)::bigint as playtime_seconds,
    sum(case when of_excluded then -playtime_seconds else playtime_seconds end)::bigint
      as playtime_seconds_without_excluded,
    sum(player_days) filter (where not of_excluded) as player_days,
    coalesce(sum(player_days) filter (where of_excluded), 0) as excluded_player_days,
    max(last_day) as last_day,
    max(revision) as revision,
    max(restated_at) as restated_at,
    max(updated_at) as updated_at
  from (
    select
      game_id, month, false as of_excluded, active_players, new_players, unlocks, distinct_unlocks, actions, points,
      playtime_seconds,
      null::bigint as player_days, null::date as last_day, revision, restated_at, updated_at
    from laurel.game_monthly_stats
    union all
    select game_id, day - (extract(day from day)::integer - 1), false, 0, 0, 0, 0, 0, 0, 0, active_players, day, null,
      null, null
    from laurel.game_daily_stats
    union all
    select
      game_id, month, true, count(*), 0, sum(of_player.unlocks), sum(of_player.distinct_unlocks), sum(actions),
      sum(points),
      sum(of_player.playtime_seconds), null, null, null, null, null
    from laurel.players as player
    cross join lateral (
      select
        stats.game_id, stats.month,
        sum(stats.unlocks) as unlocks, sum(stats.distinct_unlocks) as distinct_unlocks, sum(stats.actions) as actions,
        sum(stats.points) as points, sum(stats.playtime_seconds) as playtime_seconds
      from laurel.player_monthly_stats as stats
      where stats.player_id = player.player_id
      group by stats.game_id, stats.month) as of_player
    where player.is_excluded
    group by game_id, month
    union all
    select
      game_id, month, true, 0, 0, 0, 0, 0, 0, 0, sum(days), null, null, null, null
    from laurel.players as player
    cross join lateral (
      select
        stats.game_id, stats.day - (extract(day from stats.day)::integer - 1) as month, count(distinct stats.day)
          as days
      from laurel.player_daily_stats as stats
      where stats.player_id = player.player_id
      group by stats.game_id, stats.day - (extract(day from stats.day)::integer - 1)) as of_player
    where player.is_excluded
    group by game_id, month
    union all
    select game_id, first_day - (extract(day from first_day)::integer - 1), true, 0, count(*), 0, 0, 0, 0, 0, null,
      null, null, null, null
    from (
      select score.game_id, (score.first_seen_at at time zone 'UTC')::date as first_day
      from laurel.players as player
      join laurel.player_scores as score on score.player_id = player.player_id
      where player.is_excluded and score.first_seen_at is not null) as began
    group by game_id, first_day - (extract(day from first_day)::integer - 1)) as rows_of_both
  group by game_id, month
  having sum(active_players) filter (where not of_excluded) > 0) as summed
cross join lateral (
  select case when (month + interval '1 month')::date <= (select laurel.closed_before())
    then (month + interval '1 month')::date - month else last_day - month + 1 end as days) as length;

comment on view analytics.game_months is
  'What a game saw in a month: monthly active players, stickiness and sums, of everyone and without excluded players. Grain: one game and month (calendar) with activity, event time, UTC; kept for ever.';
comment on column analytics.game_months.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_months.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.game_months.is_provisional is 'True: the month is not closed, its figures still rise.';
comment on column analytics.game_months.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column analytics.game_months.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_months.average_daily_players is 'Active players a day: the mean over the days of the month, or, while it is provisional, over the days up to the newest with a row. Null for a month whose days are no longer kept.';
comment on column analytics.game_months.average_daily_players_without_excluded is 'average_daily_players without players who are excluded now.';
comment on column analytics.game_months.stickiness_percent is 'average_daily_players of active_players, in percent, 0 to 100: how much of the month a player comes back. Null for a month whose days are no longer kept.';
comment on column analytics.game_months.stickiness_percent_without_excluded is 'stickiness_percent without players who are excluded now.';
comment on column analytics.game_months.new_players is 'Players whose first accepted unlock, action or playtime in this game came in this month.';
comment on column analytics.game_months.new_players_without_excluded is 'new_players without players who are excluded now.';
comment on column analytics.game_months.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.game_months.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.game_months.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column analytics.game_months.distinct_unlocks_without_excluded is 'distinct_unlocks without players who are excluded now.';
comment on column analytics.game_months.actions is 'Accepted actions, a count.';
comment on column analytics.game_months.actions_without_excluded is 'actions without players who are excluded now.';
comment on column analytics.game_months.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_months.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.game_months.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.game_months.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.game_months.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column analytics.game_months.restated_at is 'When the figures were last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.game_months.updated_at is 'When the figures were last written, UTC, by the clock of the database.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Month over month

create view analytics.platform_month_over_month with (security_invoker = true) as
select
  month,
  is_provisional,
  active_players,
  active_players_before,
  round(100.0 * (active_players - active_players_before) / nullif(abs(active_players_before), 0), 2)
    as active_players_change_percent,
  active_players_without_excluded,
  active_players_without_excluded_before,
  round(100.0 * (active_players_without_excluded - active_players_without_excluded_before)
    / nullif(abs(active_players_without_excluded_before), 0), 2) as active_players_without_excluded_change_percent,
  new_players,
  new_players_before,
  round(100.0 * (new_players - new_players_before) / nullif(abs(new_players_before), 0), 2)
    as new_players_change_percent,
  points,
  points_before,
  round(100.0 * (points - points_before) / nullif(abs(points_before), 0), 2) as points_change_percent,
  playtime_seconds,
  playtime_seconds_before,
  round(100.0 * (playtime_seconds - playtime_seconds_before) / nullif(abs(playtime_seconds_before), 0), 2)
    as playtime_seconds_change_percent
from (
  select
    month,
    is_provisional,
    active_players,
    max(active_players) over month_before as active_players_before,
    active_players_without_excluded,
    max(active_players_without_excluded) over month_before as active_players_without_excluded_before,
    new_players,
    max(new_players) over month_before as new_players_before,
    points,
    max(points) over month_before as points_before,
    playtime_seconds,
    max(playtime_seconds) over month_before as playtime_seconds_before
  from analytics.platform_months
  window month_before as (
    order by month range between interval '1 month' preceding and interval '1 month' preceding)) as compared;

comment on view analytics.platform_month_over_month is
  'Each month of the platform beside the one before. Grain: one month (calendar) with activity, event time, UTC; kept for ever.';
comment on column analytics.platform_month_over_month.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.platform_month_over_month.is_provisional is 'True: the month is not closed, its figures still rise. Compare it with care: the month before is whole.';
comment on column analytics.platform_month_over_month.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column analytics.platform_month_over_month.active_players_before is 'active_players of the calendar month before; null where it has no row.';
comment on column analytics.platform_month_over_month.active_players_change_percent is 'Change of active_players against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.platform_month_over_month.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.platform_month_over_month.active_players_without_excluded_before is 'active_players_without_excluded of the calendar month before; null where it has no row.';
comment on column analytics.platform_month_over_month.active_players_without_excluded_change_percent is 'Change of active_players_without_excluded against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.platform_month_over_month.new_players is 'Players whose first accepted unlock, action or playtime came in this month.';
comment on column analytics.platform_month_over_month.new_players_before is 'new_players of the calendar month before; null where it has no row.';
comment on column analytics.platform_month_over_month.new_players_change_percent is 'Change of new_players against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.platform_month_over_month.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.platform_month_over_month.points_before is 'points of the calendar month before; null where it has no row.';
comment on column analytics.platform_month_over_month.points_change_percent is 'Change of points against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.platform_month_over_month.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.platform_month_over_month.playtime_seconds_before is 'playtime_seconds of the calendar month before; null where it has no row.';
comment on column analytics.platform_month_over_month.playtime_seconds_change_percent is 'Change of playtime_seconds against the month before, in percent of its size; null without one or where it was 0.';

create view analytics.game_month_over_month with (security_invoker = true) as
select
  game_id,
  month,
  is_provisional,
  active_players,
  active_players_before,
  round(100.0 * (active_players - active_players_before) / nullif(abs(active_players_before), 0), 2)
    as active_players_change_percent,
  active_players_without_excluded,
  active_players_without_excluded_before,
  round(100.0 * (active_players_without_excluded - active_players_without_excluded_before)
    / nullif(abs(active_players_without_excluded_before), 0), 2) as active_players_without_excluded_change_percent,
  new_players,
  new_players_before,
  round(100.0 * (new_players - new_players_before) / nullif(abs(new_players_before), 0), 2)
    as new_players_change_percent,
  points,
  points_before,
  round(100.0 * (points - points_before) / nullif(abs(points_before), 0), 2) as points_change_percent,
  playtime_seconds,
  playtime_seconds_before,
  round(100.0 * (playtime_seconds - playtime_seconds_before) / nullif(abs(playtime_seconds_before), 0), 2)
    as playtime_seconds_change_percent
from (
  select
    game_id,
    month,
    is_provisional,
    active_players,
    max(active_players) over month_before as active_players_before,
    active_players_without_excluded,
    max(active_players_without_excluded) over month_before as active_players_without_excluded_before,
    new_players,
    max(new_players) over month_before as new_players_before,
    points,
    max(points) over month_before as points_before,
    playtime_seconds,
    max(playtime_seconds) over month_before as playtime_seconds_before
  from analytics.game_months
  window month_before as (
    partition by game_id order by month range between interval '1 month' preceding and interval '1 month' preceding))
      as compared;

comment on view analytics.game_month_over_month is
  'Each month of a game beside the one before. Grain: one game and month (calendar) with activity, event time, UTC; kept for ever.';
comment on column analytics.game_month_over_month.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_month_over_month.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.game_month_over_month.is_provisional is 'True: the month is not closed, its figures still rise. Compare it with care: the month before is whole.';
comment on column analytics.game_month_over_month.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column analytics.game_month_over_month.active_players_before is 'active_players of the calendar month before; null where it has no row.';
comment on column analytics.game_month_over_month.active_players_change_percent is 'Change of active_players against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.game_month_over_month.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_month_over_month.active_players_without_excluded_before is 'active_players_without_excluded of the calendar month before; null where it has no row.';
comment on column analytics.game_month_over_month.active_players_without_excluded_change_percent is 'Change of active_players_without_excluded against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.game_month_over_month.new_players is 'Players whose first accepted unlock, action or playtime in this game came in this month.';
comment on column analytics.game_month_over_month.new_players_before is 'new_players of the calendar month before; null where it has no row.';
comment on column analytics.game_month_over_month.new_players_change_percent is 'Change of new_players against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.game_month_over_month.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_month_over_month.points_before is 'points of the calendar month before; null where it has no row.';
comment on column analytics.game_month_over_month.points_change_percent is 'Change of points against the month before, in percent of its size; null without one or where it was 0.';
comment on column analytics.game_month_over_month.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column analytics.game_month_over_month.playtime_seconds_before is 'playtime_seconds of the calendar month before; null where it has no row.';
comment on column analytics.game_month_over_month.playtime_seconds_change_percent is 'Change of playtime_seconds against the month before, in percent of its size; null without one or where it was 0.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Cohorts: looked up with the games of each player, so that the key of a day is whole

create view analytics.cohorts with (security_invoker = true) as
select
  began.day as cohort_day,
  began.day >= (select laurel.closed_before()) as is_provisional,
  cohort.players,
  cohort.players_without_excluded,
  case when began.day + 1 < (select laurel.closed_before()) then cohort.day_1_players end as day_1_players,
  case when began.day + 1 < (select laurel.closed_before())
    then round(100.0 * cohort.day_1_players / nullif(cohort.players, 0), 2) end as day_1_percent,
  case when began.day + 1 < (select laurel.closed_before()) then cohort.day_1_players_without_excluded end
    as day_1_players_without_excluded,
  case when began.day + 1 < (select laurel.closed_before())
    then round(100.0 * cohort.day_1_players_without_excluded / nullif(cohort.players_without_excluded, 0), 2) end
      as day_1_percent_without_excluded,
  case when began.day + 7 < (select laurel.closed_before()) then cohort.day_7_players end as day_7_players,
  case when began.day + 7 < (select laurel.closed_before())
    then round(100.0 * cohort.day_7_players / nullif(cohort.players, 0), 2) end as day_7_percent,
  case when began.day + 7 < (select laurel.closed_before()) then cohort.day_7_players_without_excluded end
    as day_7_players_without_excluded,
  case when began.day + 7 < (select laurel.closed_before())
    then round(100.0 * cohort.day_7_players_without_excluded / nullif(cohort.players_without_excluded, 0), 2) end
      as day_7_percent_without_excluded,
  case when began.day + 30 < (select laurel.closed_before()) then cohort.day_30_players end as day_30_players,
  case when began.day + 30 < (select laurel.closed_before())
    then round(100.0 * cohort.day_30_players / nullif(cohort.players, 0), 2) end as day_30_percent,
  case when began.day + 30 < (select laurel.closed_before()) then cohort.day_30_players_without_excluded end
    as day_30_players_without_excluded,
  case when began.day + 30 < (select laurel.closed_before())
    then round(100.0 * cohort.day_30_players_without_excluded / nullif(cohort.players_without_excluded, 0), 2) end
      as day_30_percent_without_excluded
from laurel.platform_daily_stats as began
cross join lateral (
  select
    count(*) as players,
    count(*) filter (where not player.is_excluded) as players_without_excluded,
    count(*) filter (where back.on_day_1) as day_1_players,
    count(*) filter (where back.on_day_1 and not player.is_excluded) as day_1_players_without_excluded,
    count(*) filter (where back.on_day_7) as day_7_players,
    count(*) filter (where back.on_day_7 and not player.is_excluded) as day_7_players_without_excluded,
    count(*) filter (where back.on_day_30) as day_30_players,
    count(*) filter (where back.on_day_30 and not player.is_excluded) as day_30_players_without_excluded
  from laurel.players as player
  cross join lateral (
    select
      bool_or(stats.day = began.day + 1) as on_day_1,
      bool_or(stats.day = began.day + 7) as on_day_7,
      bool_or(stats.day = began.day + 30) as on_day_30
    from laurel.player_daily_stats as stats
    where stats.player_id = player.player_id
      and stats.game_id = any (array(
        select score.game_id from laurel.player_scores as score where score.player_id = player.player_id))
      and stats.day = any (array[began.day + 1, began.day + 7, began.day + 30])) as back
  where player.first_active_at >= began.day::timestamp at time zone 'UTC'
    and player.first_active_at < (began.day + 1)::timestamp at time zone 'UTC') as cohort
where cohort.players > 0;

comment on view analytics.cohorts is
  'Who comes back: the players who began on a day, and how many of them were active 1, 7 and 30 days later, in any game. Grain: one day (event time, UTC) on which players began; kept for 400 days. Name the days you ask for: every player of a cohort is looked up.';
comment on column analytics.cohorts.cohort_day is 'Day of the first accepted unlock, action or playtime of the cohort''s players, event time, UTC.';
comment on column analytics.cohorts.is_provisional is 'True: the day is not closed, the cohort still grows.';
comment on column analytics.cohorts.players is 'Players of the cohort, a count.';
comment on column analytics.cohorts.players_without_excluded is 'players without those who are excluded now.';
comment on column analytics.cohorts.day_1_players is 'Players of the cohort who were active on the day after it, UTC, a count; null until that day has closed.';
comment on column analytics.cohorts.day_1_percent is 'day_1_players of players, in percent, 0 to 100: D1 retention.';
comment on column analytics.cohorts.day_1_players_without_excluded is 'day_1_players without players who are excluded now.';
comment on column analytics.cohorts.day_1_percent_without_excluded is 'day_1_percent without players who are excluded now.';
comment on column analytics.cohorts.day_7_players is 'Players of the cohort who were active 7 days after it, UTC, a count; null until that day has closed.';
comment on column analytics.cohorts.day_7_percent is 'day_7_players of players, in percent, 0 to 100: D7 retention.';
comment on column analytics.cohorts.day_7_players_without_excluded is 'day_7_players without players who are excluded now.';
comment on column analytics.cohorts.day_7_percent_without_excluded is 'day_7_percent without players who are excluded now.';
comment on column analytics.cohorts.day_30_players is 'Players of the cohort who were active 30 days after it, UTC, a count; null until that day has closed.';
comment on column analytics.cohorts.day_30_percent is 'day_30_players of players, in percent, 0 to 100: D30 retention.';
comment on column analytics.cohorts.day_30_players_without_excluded is 'day_30_players without players who are excluded now.';
comment on column analytics.cohorts.day_30_percent_without_excluded is 'day_30_percent without players who are excluded now.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Achievements

create view analytics.achievement_rarity with (security_invoker = true) as
select
  achievement.game_id,
  achievement.achievement_id,
  achievement.name,
  achievement.category,
  achievement.is_active,
  coalesce(stats.first_unlocks, 0) as unlocked_players,
  coalesce(stats.first_unlocks, 0) - coalesce(excluded.unlocked_players, 0) as unlocked_players_without_excluded,
  coalesce(game.players, 0) as players,
  coalesce(game.players, 0) - coalesce(excluded_of_game.players, 0) as players_without_excluded,
  round(100.0 * coalesce(stats.first_unlocks, 0) / nullif(game.players, 0), 2) as rarity_percent,
  round(100.0 * (coalesce(stats.first_unlocks, 0) - coalesce(excluded.unlocked_players, 0))
    / nullif(game.players - coalesce(excluded_of_game.players, 0), 0), 2) as rarity_percent_without_excluded,
  stats.updated_at
from laurel.achievements as achievement
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

comment on view analytics.achievement_rarity is
  'How rare achievements are, of all time. Grain: one achievement of one game as defined now, unlocked or not.';
comment on column analytics.achievement_rarity.game_id is 'Game.';
comment on column analytics.achievement_rarity.achievement_id is 'Achievement, unique in its game.';
comment on column analytics.achievement_rarity.name is 'Name shown to people.';
comment on column analytics.achievement_rarity.category is 'Category, or null.';
comment on column analytics.achievement_rarity.is_active is 'False: its unlocks are refused now.';
comment on column analytics.achievement_rarity.unlocked_players is 'Players who ever unlocked it, a count.';
comment on column analytics.achievement_rarity.unlocked_players_without_excluded is 'unlocked_players without players who are excluded now.';
comment on column analytics.achievement_rarity.players is 'Players ever seen in the game, a count.';
comment on column analytics.achievement_rarity.players_without_excluded is 'players without those who are excluded now.';
comment on column analytics.achievement_rarity.rarity_percent is 'unlocked_players of players, in percent, 0 to 100: the smaller, the rarer; null while the game has no players.';
comment on column analytics.achievement_rarity.rarity_percent_without_excluded is 'rarity_percent without players who are excluded now.';
comment on column analytics.achievement_rarity.updated_at is 'When unlocked_players was last written, UTC, by the clock of the database; null while nobody has it.';

create view analytics.completion_funnel with (security_invoker = true) as
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
  select game_id, count(*) as achievements
  from laurel.achievements
  where is_active
  group by game_id) as game
left join (
  select game_id, sum(new_players)::bigint as players
  from laurel.game_monthly_stats
  group by game_id) as seen on seen.game_id = game.game_id
cross join lateral (
  select
    count(*) filter (where score.distinct_unlocks >= 1) as reached_first,
    count(*) filter (where 100 * score.distinct_unlocks >= 25 * game.achievements) as reached_25_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 50 * game.achievements) as reached_50_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 75 * game.achievements) as reached_75_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 100 * game.achievements) as reached_100_percent
  from laurel.player_scores as score
  where score.game_id = game.game_id and score.reached_at is not null and not score.is_excluded) as kept
cross join lateral (
  select
    count(*) as players,
    count(*) filter (where score.distinct_unlocks >= 1) as reached_first,
    count(*) filter (where 100 * score.distinct_unlocks >= 25 * game.achievements) as reached_25_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 50 * game.achievements) as reached_50_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 75 * game.achievements) as reached_75_percent,
    count(*) filter (where 100 * score.distinct_unlocks >= 100 * game.achievements) as reached_100_percent
  from laurel.players as player
  join laurel.player_scores as score on score.player_id = player.player_id
  where player.is_excluded and score.game_id = game.game_id and score.is_excluded) as excluded;

comment on view analytics.completion_funnel is
  'How far players get in a game. Grain: one game with active achievements, of all time. Counts a player''s unlocks of achievements that are no longer active too. Name the game: all of its players are counted one by one.';
comment on column analytics.completion_funnel.game_id is 'Game.';
comment on column analytics.completion_funnel.achievements is 'Active achievements of the game, a count.';
comment on column analytics.completion_funnel.players is 'Players ever seen in the game, a count.';
comment on column analytics.completion_funnel.players_without_excluded is 'players without those who are excluded now.';
comment on column analytics.completion_funnel.reached_first is 'Players who unlocked at least one achievement, a count.';
comment on column analytics.completion_funnel.reached_first_without_excluded is 'reached_first without players who are excluded now.';
comment on column analytics.completion_funnel.reached_25_percent is 'Players who unlocked at least 25 percent of as many achievements as are active, a count.';
comment on column analytics.completion_funnel.reached_25_percent_without_excluded is 'reached_25_percent without players who are excluded now.';
comment on column analytics.completion_funnel.reached_50_percent is 'Players who unlocked at least 50 percent of as many achievements as are active, a count.';
comment on column analytics.completion_funnel.reached_50_percent_without_excluded is 'reached_50_percent without players who are excluded now.';
comment on column analytics.completion_funnel.reached_75_percent is 'Players who unlocked at least 75 percent of as many achievements as are active, a count.';
comment on column analytics.completion_funnel.reached_75_percent_without_excluded is 'reached_75_percent without players who are excluded now.';
comment on column analytics.completion_funnel.reached_100_percent is 'Players who unlocked at least as many achievements as are active, a count.';
comment on column analytics.completion_funnel.reached_100_percent_without_excluded is 'reached_100_percent without players who are excluded now.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Regions

create view analytics.region_totals with (security_invoker = true) as
select
  region,
  count(*) as players,
  count(*) filter (where not is_excluded) as players_without_excluded,
  sum(score)::bigint as points,
  coalesce(sum(score) filter (where not is_excluded), 0)::bigint as points_without_excluded,
  sum(playtime_seconds)::bigint as playtime_seconds,
  coalesce(sum(playtime_seconds) filter (where not is_excluded), 0)::bigint as playtime_seconds_without_excluded,
  max(updated_at) as updated_at
from laurel.players
where first_active_at is not null
group by region;

comment on view analytics.region_totals is
  'Points and players by region, of all time, over all games and actions without one. Grain: one region. Reads every player once.';
comment on column analytics.region_totals.region is 'Region of the players'' newest profiles, as it is now; null for players without one.';
comment on column analytics.region_totals.players is 'Players with an accepted unlock, action or playtime, a count.';
comment on column analytics.region_totals.players_without_excluded is 'players without those who are excluded now.';
comment on column analytics.region_totals.points is 'Points of these players; below 0 where penalties outweigh.';
comment on column analytics.region_totals.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.region_totals.playtime_seconds is 'Time played by these players together, in seconds.';
comment on column analytics.region_totals.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.region_totals.updated_at is 'When one of these players was last written, UTC, by the clock of the database.';

create view analytics.platform_region_days with (security_invoker = true) as
select
  stats.day,
  stats.day >= (select laurel.closed_before()) as is_provisional,
  player.region,
  count(distinct stats.player_id) as active_players,
  count(distinct stats.player_id) filter (where not player.is_excluded) as active_players_without_excluded,
  sum(stats.unlocks)::bigint as unlocks,
  coalesce(sum(stats.unlocks) filter (where not player.is_excluded), 0)::bigint as unlocks_without_excluded,
  sum(stats.points)::bigint as points,
  coalesce(sum(stats.points) filter (where not player.is_excluded), 0)::bigint as points_without_excluded,
  sum(stats.playtime_seconds)::bigint as playtime_seconds,
  coalesce(sum(stats.playtime_seconds) filter (where not player.is_excluded), 0)::bigint
    as playtime_seconds_without_excluded,
  max(stats.updated_at) as updated_at
from laurel.player_daily_stats as stats
join laurel.players as player on player.player_id = stats.player_id
group by stats.day, player.region;

comment on view analytics.platform_region_days is
  'Points and active players of all games and actions without one by region and day. Grain: one day and region with activity, event time, UTC; kept for 400 days. Name the days you ask for: every row of a player in them is read.';
comment on column analytics.platform_region_days.day is 'Day, event time, UTC.';
comment on column analytics.platform_region_days.is_provisional is 'True: the day is not closed, its figures still rise.';
comment on column analytics.platform_region_days.region is 'Region of the players'' newest profiles, as it is now; null for players without one.';
comment on column analytics.platform_region_days.active_players is 'Players of the region with an accepted unlock, action or playtime in this day, each counted once.';
comment on column analytics.platform_region_days.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.platform_region_days.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.platform_region_days.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.platform_region_days.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.platform_region_days.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.platform_region_days.playtime_seconds is 'Time played by these players together, in seconds.';
comment on column analytics.platform_region_days.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.platform_region_days.updated_at is 'When one of the figures was last written, UTC, by the clock of the database.';

create view analytics.game_region_days with (security_invoker = true) as
select
  stats.game_id,
  stats.day,
  stats.day >= (select laurel.closed_before()) as is_provisional,
  player.region,
  count(*) as active_players,
  count(*) filter (where not player.is_excluded) as active_players_without_excluded,
  sum(stats.unlocks)::bigint as unlocks,
  coalesce(sum(stats.unlocks) filter (where not player.is_excluded), 0)::bigint as unlocks_without_excluded,
  sum(stats.points)::bigint as points,
  coalesce(sum(stats.points) filter (where not player.is_excluded), 0)::bigint as points_without_excluded,
  sum(stats.playtime_seconds)::bigint as playtime_seconds,
  coalesce(sum(stats.playtime_seconds) filter (where not player.is_excluded), 0)::bigint
    as playtime_seconds_without_excluded,
  max(stats.updated_at) as updated_at
from laurel.player_daily_stats as stats
join laurel.players as player on player.player_id = stats.player_id
group by stats.game_id, stats.day, player.region;

comment on view analytics.game_region_days is
  'Points and active players of a game by region and day. Grain: one game, day and region with activity, event time, UTC; kept for 400 days. Name the game and the days you ask for: every row of a player in them is read.';
comment on column analytics.game_region_days.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_region_days.day is 'Day, event time, UTC.';
comment on column analytics.game_region_days.is_provisional is 'True: the day is not closed, its figures still rise.';
comment on column analytics.game_region_days.region is 'Region of the players'' newest profiles, as it is now; null for players without one.';
comment on column analytics.game_region_days.active_players is 'Players of the region with an accepted unlock, action or playtime in this day, each counted once.';
comment on column analytics.game_region_days.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_region_days.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.game_region_days.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.game_region_days.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_region_days.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.game_region_days.playtime_seconds is 'Time played by these players together, in seconds.';
comment on column analytics.game_region_days.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.game_region_days.updated_at is 'When one of the figures was last written, UTC, by the clock of the database.';

create view analytics.game_region_months with (security_invoker = true) as
select
  stats.game_id,
  stats.month,
  (stats.month + interval '1 month')::date > (select laurel.closed_before()) as is_provisional,
  player.region,
  count(*) as active_players,
  count(*) filter (where not player.is_excluded) as active_players_without_excluded,
  sum(stats.unlocks)::bigint as unlocks,
  coalesce(sum(stats.unlocks) filter (where not player.is_excluded), 0)::bigint as unlocks_without_excluded,
  sum(stats.points)::bigint as points,
  coalesce(sum(stats.points) filter (where not player.is_excluded), 0)::bigint as points_without_excluded,
  sum(stats.playtime_seconds)::bigint as playtime_seconds,
  coalesce(sum(stats.playtime_seconds) filter (where not player.is_excluded), 0)::bigint
    as playtime_seconds_without_excluded,
  max(stats.updated_at) as updated_at
from laurel.player_monthly_stats as stats
join laurel.players as player on player.player_id = stats.player_id
group by stats.game_id, stats.month, player.region;

comment on view analytics.game_region_months is
  'Points and active players of a game by region and month. Grain: one game, month and region with activity, event time, UTC; kept for ever. Name the game and the months you ask for: every row of a player in them is read.';
comment on column analytics.game_region_months.game_id is 'Game; _none for actions without a game.';
comment on column analytics.game_region_months.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.game_region_months.is_provisional is 'True: the month is not closed, its figures still rise.';
comment on column analytics.game_region_months.region is 'Region of the players'' newest profiles, as it is now; null for players without one.';
comment on column analytics.game_region_months.active_players is 'Players of the region with an accepted unlock, action or playtime in this month, each counted once.';
comment on column analytics.game_region_months.active_players_without_excluded is 'active_players without players who are excluded now.';
comment on column analytics.game_region_months.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.game_region_months.unlocks_without_excluded is 'unlocks without players who are excluded now.';
comment on column analytics.game_region_months.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.game_region_months.points_without_excluded is 'points without players who are excluded now.';
comment on column analytics.game_region_months.playtime_seconds is 'Time played by these players together, in seconds.';
comment on column analytics.game_region_months.playtime_seconds_without_excluded is 'playtime_seconds without players who are excluded now.';
comment on column analytics.game_region_months.updated_at is 'When one of the figures was last written, UTC, by the clock of the database.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Rank movement

create view analytics.platform_rank_movement with (security_invoker = true) as
select
  final.region as board_region,
  final.period,
  final.period_start,
  earlier.period_start as period_start_before,
  moved.player_id,
  player.username,
  moved.rank,
  moved.rank_before,
  moved.rank_before - moved.rank as places_gained,
  moved.score,
  moved.score_before,
  final.revision,
  final.updated_at
from laurel.leaderboard_finals as final
cross join lateral (
  select case final.period
    when 'daily' then final.period_start - 1
    when 'weekly' then final.period_start - 7
    else (final.period_start - interval '1 month')::date end as period_start) as earlier
left join lateral (
  select standing.entries
  from laurel.leaderboard_finals as standing
  where standing.scope = final.scope and standing.game_id = final.game_id and standing.region = final.region
    and standing.period = final.period and standing.period_start = earlier.period_start
  order by standing.version desc limit 1) as before on true
cross join lateral (
  select
    now_at."playerId" as player_id, now_at.rank, now_at.score, was_at.rank as rank_before, was_at.score as score_before
  from json_to_recordset(final.entries) as now_at (rank integer, "playerId" text, score bigint)
  left join json_to_recordset(coalesce(before.entries, '[]')) as was_at (rank integer, "playerId" text, score bigint)
    on was_at."playerId" = now_at."playerId") as moved
left join laurel.players as player on player.player_id = moved.player_id
where final.scope = 'global' and not exists (
  select from laurel.leaderboard_finals as newer
  where newer.scope = final.scope and newer.game_id = final.game_id and newer.region = final.region
    and newer.period = final.period and newer.period_start = final.period_start and newer.version > final.version);

comment on view analytics.platform_rank_movement is
  'How players moved between closed periods on the boards of all games together. Grain: one entry of one closed board''s top, event time, UTC. Excluded players are off the boards, before and after.';
comment on column analytics.platform_rank_movement.board_region is 'Region of the board; * for everyone.';
comment on column analytics.platform_rank_movement.period is 'daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column analytics.platform_rank_movement.period_start is 'First day of the closed period, UTC.';
comment on column analytics.platform_rank_movement.period_start_before is 'First day of the period before, UTC.';
comment on column analytics.platform_rank_movement.player_id is 'Player.';
comment on column analytics.platform_rank_movement.username is 'Name shown to people now; null until a profile names the player.';
comment on column analytics.platform_rank_movement.rank is 'Place in the period, from 1, without gaps.';
comment on column analytics.platform_rank_movement.rank_before is 'Place in the period before; null where the player was not in its stored top, or it has none.';
comment on column analytics.platform_rank_movement.places_gained is 'rank_before less rank: above 0 for a climb; null with rank_before.';
comment on column analytics.platform_rank_movement.score is 'Points in the period.';
comment on column analytics.platform_rank_movement.score_before is 'Points in the period before; null with rank_before.';
comment on column analytics.platform_rank_movement.revision is 'Revision of the period''s standing: the newest.';
comment on column analytics.platform_rank_movement.updated_at is 'When that revision was last written, UTC, by the clock of the database.';

create view analytics.game_rank_movement with (security_invoker = true) as
select
  final.game_id,
  final.region as board_region,
  final.period,
  final.period_start,
  earlier.period_start as period_start_before,
  moved.player_id,
  player.username,
  moved.rank,
  moved.rank_before,
  moved.rank_before - moved.rank as places_gained,
  moved.score,
  moved.score_before,
  final.revision,
  final.updated_at
from laurel.leaderboard_finals as final
cross join lateral (
  select case final.period
    when 'daily' then final.period_start - 1
    when 'weekly' then final.period_start - 7
    else (final.period_start - interval '1 month')::date end as period_start) as earlier
left join lateral (
  select standing.entries
  from laurel.leaderboard_finals as standing
  where standing.scope = final.scope and standing.game_id = final.game_id and standing.region = final.region
    and standing.period = final.period and standing.period_start = earlier.period_start
  order by standing.version desc limit 1) as before on true
cross join lateral (
  select
    now_at."playerId" as player_id, now_at.rank, now_at.score, was_at.rank as rank_before, was_at.score as score_before
  from json_to_recordset(final.entries) as now_at (rank integer, "playerId" text, score bigint)
  left join json_to_recordset(coalesce(before.entries, '[]')) as was_at (rank integer, "playerId" text, score bigint)
    on was_at."playerId" = now_at."playerId") as moved
left join laurel.players as player on player.player_id = moved.player_id
where final.scope = 'game' and not exists (
  select from laurel.leaderboard_finals as newer
  where newer.scope = final.scope and newer.game_id = final.game_id and newer.region = final.region
    and newer.period = final.period and newer.period_start = final.period_start and newer.version > final.version);

comment on view analytics.game_rank_movement is
  'How players moved between closed periods on the boards of a game. Grain: one entry of one closed board''s top, event time, UTC. Excluded players are off the boards, before and after.';
comment on column analytics.game_rank_movement.game_id is 'Game.';
comment on column analytics.game_rank_movement.board_region is 'Region of the board; * for everyone.';
comment on column analytics.game_rank_movement.period is 'daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column analytics.game_rank_movement.period_start is 'First day of the closed period, UTC.';
comment on column analytics.game_rank_movement.period_start_before is 'First day of the period before, UTC.';
comment on column analytics.game_rank_movement.player_id is 'Player.';
comment on column analytics.game_rank_movement.username is 'Name shown to people now; null until a profile names the player.';
comment on column analytics.game_rank_movement.rank is 'Place in the period, from 1, without gaps.';
comment on column analytics.game_rank_movement.rank_before is 'Place in the period before; null where the player was not in its stored top, or it has none.';
comment on column analytics.game_rank_movement.places_gained is 'rank_before less rank: above 0 for a climb; null with rank_before.';
comment on column analytics.game_rank_movement.score is 'Points in the period.';
comment on column analytics.game_rank_movement.score_before is 'Points in the period before; null with rank_before.';
comment on column analytics.game_rank_movement.revision is 'Revision of the period''s standing: the newest.';
comment on column analytics.game_rank_movement.updated_at is 'When that revision was last written, UTC, by the clock of the database.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Players

create view analytics.player_days with (security_invoker = true) as
select
  player_id,
  game_id,
  day,
  day >= (select laurel.closed_before()) as is_provisional,
  unlocks,
  distinct_unlocks,
  actions,
  points,
  playtime_seconds,
  first_seen_at,
  last_seen_at,
  revision,
  restated_at,
  updated_at
from laurel.player_daily_stats;

comment on view analytics.player_days is
  'What a player did in a game in a day, and whether that is final. Grain: one player, game and day with activity, event time, UTC; kept for 400 days.';
comment on column analytics.player_days.player_id is 'Player.';
comment on column analytics.player_days.game_id is 'Game; _none for actions without a game.';
comment on column analytics.player_days.day is 'Day, event time, UTC.';
comment on column analytics.player_days.is_provisional is 'True: the day is not closed, its figures still rise.';
comment on column analytics.player_days.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.player_days.distinct_unlocks is 'Achievements that the player unlocked for the first time in this day, a count.';
comment on column analytics.player_days.actions is 'Accepted actions, a count.';
comment on column analytics.player_days.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.player_days.playtime_seconds is 'Time played, in seconds.';
comment on column analytics.player_days.first_seen_at is 'Least event time of an unlock, action or playtime, UTC.';
comment on column analytics.player_days.last_seen_at is 'Greatest event time of an unlock, action or playtime, UTC.';
comment on column analytics.player_days.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column analytics.player_days.restated_at is 'When the row was last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.player_days.updated_at is 'When the row was last written, UTC, by the clock of the database.';

create view analytics.player_months with (security_invoker = true) as
select
  player_id,
  game_id,
  month,
  (month + interval '1 month')::date > (select laurel.closed_before()) as is_provisional,
  unlocks,
  distinct_unlocks,
  actions,
  points,
  playtime_seconds,
  first_seen_at,
  last_seen_at,
  revision,
  restated_at,
  updated_at
from laurel.player_monthly_stats;

comment on view analytics.player_months is
  'What a player did in a game in a month, and whether that is final. Grain: one player, game and month with activity, event time, UTC; kept for ever.';
comment on column analytics.player_months.player_id is 'Player.';
comment on column analytics.player_months.game_id is 'Game; _none for actions without a game.';
comment on column analytics.player_months.month is 'First day of the calendar month, event time, UTC.';
comment on column analytics.player_months.is_provisional is 'True: the month is not closed, its figures still rise.';
comment on column analytics.player_months.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column analytics.player_months.distinct_unlocks is 'Achievements that the player unlocked for the first time in this month, a count.';
comment on column analytics.player_months.actions is 'Accepted actions, a count.';
comment on column analytics.player_months.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column analytics.player_months.playtime_seconds is 'Time played, in seconds.';
comment on column analytics.player_months.first_seen_at is 'Least event time of an unlock, action or playtime, UTC.';
comment on column analytics.player_months.last_seen_at is 'Greatest event time of an unlock, action or playtime, UTC.';
comment on column analytics.player_months.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column analytics.player_months.restated_at is 'When the row was last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column analytics.player_months.updated_at is 'When the row was last written, UTC, by the clock of the database.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Can these figures be trusted

create view analytics.reconciliation with (security_invoker = true) as
select
  day,
  day >= (select laurel.closed_before()) as is_provisional,
  received,
  accepted,
  repeated,
  dead,
  waiting,
  received - accepted - repeated - dead - waiting as missing,
  updated_at
from laurel.log_daily_counts
where received <> accepted + repeated + dead + waiting;

comment on view analytics.reconciliation is
  'Days of the log whose records are not all accounted for. Grain: one day of log time (the Kafka timestamp), UTC, that does not add up. Empty where not is_provisional, or records were lost or counted twice.';
comment on column analytics.reconciliation.day is 'Day of log time, UTC: not of event time.';
comment on column analytics.reconciliation.is_provisional is 'True: the day is not closed, some of its records may have been read and not yet judged.';
comment on column analytics.reconciliation.received is 'Records read, a count.';
comment on column analytics.reconciliation.accepted is 'Records that count, a count.';
comment on column analytics.reconciliation.repeated is 'Repeats and overtaken profiles and verdicts, a count.';
comment on column analytics.reconciliation.dead is 'Records that went to the topic dead-letters, a count.';
comment on column analytics.reconciliation.waiting is 'Records that wait for the catalog now, a count.';
comment on column analytics.reconciliation.missing is 'received less the other four, a count: above 0 lost, below 0 counted twice.';
comment on column analytics.reconciliation.updated_at is 'When the row was last written, UTC, by the clock of the database.';

create view analytics.freshness with (security_invoker = true) as
select
  table_name,
  complete_up_to,
  closed_up_to,
  extract(epoch from now() - complete_up_to)::bigint as behind_seconds,
  updated_at
from laurel.pipeline_freshness;

comment on view analytics.freshness is
  'How far each table is complete. Grain: one table that the job writes.';
comment on column analytics.freshness.table_name is 'Table of the schema laurel.';
comment on column analytics.freshness.complete_up_to is 'Event time up to which the table holds what came in time, UTC: the watermark. Null after a start with more tasks until each of them has written.';
comment on column analytics.freshness.closed_up_to is 'Periods that end at this event time or before are closed, UTC; null with complete_up_to.';
comment on column analytics.freshness.behind_seconds is 'How far complete_up_to lies behind the clock of the database, in seconds: about 60 while events come; null with it.';
comment on column analytics.freshness.updated_at is 'When the table last got further, UTC, by the clock of the database.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select on
  analytics.platform_days, analytics.platform_weeks, analytics.platform_months, analytics.game_days,
  analytics.game_weeks, analytics.game_months, analytics.platform_month_over_month, analytics.game_month_over_month,
  analytics.cohorts, analytics.achievement_rarity, analytics.completion_funnel, analytics.region_totals,
  analytics.platform_region_days, analytics.game_region_days, analytics.game_region_months,
  analytics.platform_rank_movement, analytics.game_rank_movement, analytics.player_days, analytics.player_months,
  analytics.reconciliation, analytics.freshness
  to laurel_analyst;
