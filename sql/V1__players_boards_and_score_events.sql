-- The tables of the first boards: the catalog, players, their scores, the events behind them and the live tops.
-- Writer: the job, as laurel_job. Readers: the API as laurel_api, analysts as laurel_analyst.
-- Every write is an idempotent upsert that keeps the row with the greatest version, so a replay, a restart or an
-- older writer that is still alive leaves what one clean run would leave.

do $$
begin
  if not exists (select from pg_roles where rolname = 'laurel_job') then
    create role laurel_job login;
  end if;
  if not exists (select from pg_roles where rolname = 'laurel_api') then
    create role laurel_api login;
  end if;
  if not exists (select from pg_roles where rolname = 'laurel_analyst') then
    create role laurel_analyst login;
  end if;
end
$$;

alter role laurel_api set default_transaction_read_only = on;
alter role laurel_api set statement_timeout = '5s';
alter role laurel_analyst set default_transaction_read_only = on;
alter role laurel_analyst set statement_timeout = '60s';
alter role laurel_job set timezone = 'UTC';
alter role laurel_api set timezone = 'UTC';
alter role laurel_analyst set timezone = 'UTC';

-- Nobody but the owner makes tables here, not even temporary ones.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

create schema if not exists laurel;
comment on schema laurel is 'Leaderboards, scores and statistics. Every table is a view of the event log; times are UTC.';
grant usage on schema laurel to laurel_job, laurel_api, laurel_analyst;

-- ---------------------------------------------------------------------------------------------------------------------
-- The catalog

create table laurel.catalog_history (
  log_offset bigint not null,
  published_at timestamptz not null,
  kind text not null,
  game_id text collate "C" not null default '',
  achievement_id text collate "C" not null default '',
  action_type text collate "C" not null default '',
  in_force_from timestamptz not null,
  definition json not null,
  updated_at timestamptz not null default now(),
  constraint catalog_history_pkey primary key (log_offset),
  constraint catalog_history_log_offset_check check (log_offset >= 0),
  constraint catalog_history_kind_check check (
    (kind = 'game' and game_id <> '' and achievement_id = '' and action_type = '')
    or (kind = 'achievement' and game_id <> '' and achievement_id <> '' and action_type = '')
    or (kind = 'action' and game_id = '' and achievement_id = '' and action_type <> '')),
  constraint catalog_history_game_id_check check (game_id not in ('global', '_none')),
  constraint catalog_history_definition_check check (json_typeof(definition) = 'object')
);

comment on table laurel.catalog_history is
  'Every version of every definition. Grain: one record of the topic catalog. Writer: job. Readers: API, analysts.';
comment on column laurel.catalog_history.log_offset is 'Offset of the record in the topic catalog (one partition).';
comment on column laurel.catalog_history.published_at is 'Kafka timestamp of the record, UTC.';
comment on column laurel.catalog_history.kind is 'What is defined: game, achievement or action.';
comment on column laurel.catalog_history.game_id is 'Game of a game or achievement; empty for an action.';
comment on column laurel.catalog_history.achievement_id is 'Achievement; empty unless kind is achievement.';
comment on column laurel.catalog_history.action_type is 'Action type; empty unless kind is action.';
comment on column laurel.catalog_history.in_force_from is
  'Event time from which this version judges events, UTC; 1970-01-01 for the first version of a definition.';
comment on column laurel.catalog_history.definition is 'The definition as published, a JSON object.';
comment on column laurel.catalog_history.updated_at is 'When the row was written, UTC, by the clock of the database.';

comment on index laurel.catalog_history_pkey is 'One row a record: finds the row that a repeated write meets.';
create index catalog_history_in_force_idx on laurel.catalog_history
  (kind, game_id, achievement_id, action_type, in_force_from desc, log_offset desc);
comment on index laurel.catalog_history_in_force_idx is
  'The definition in force: the views games, achievements and action_types, newest version of each first.';
create index catalog_history_updated_at_idx on laurel.catalog_history (updated_at);
comment on index laurel.catalog_history_updated_at_idx is 'What changed since: incremental reads by analysts.';

-- The views name every part of the key of a definition, also those that are empty for its kind, so that the index gives
-- the newest version of each without a sort. Numbers pass through numeric: 150.0 is a whole number in JSON.
create view laurel.games with (security_invoker = true) as
select distinct on (game_id)
  game_id,
  definition ->> 'name' as name,
  definition ->> 'imageUrl' as image_url,
  coalesce((definition ->> 'active')::boolean, true) as is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'game' and achievement_id = '' and action_type = '' and in_force_from <= now()
order by game_id, in_force_from desc, log_offset desc;

comment on view laurel.games is 'Games as defined now. Grain: one game.';
comment on column laurel.games.game_id is 'Game.';
comment on column laurel.games.name is 'Name shown to people.';
comment on column laurel.games.image_url is 'Picture, or null.';
comment on column laurel.games.is_active is 'False: events of this game and its achievements are refused.';
comment on column laurel.games.in_force_from is 'Event time from which this version judges events, UTC.';
comment on column laurel.games.log_offset is 'Offset of the version in the topic catalog.';
comment on column laurel.games.updated_at is 'When the version was written, UTC.';

create view laurel.achievements with (security_invoker = true) as
select distinct on (game_id, achievement_id)
  game_id,
  achievement_id,
  definition ->> 'name' as name,
  definition ->> 'description' as description,
  definition ->> 'category' as category,
  definition ->> 'imageUrl' as image_url,
  (definition ->> 'points')::numeric::bigint as points,
  coalesce((definition ->> 'minPoints')::numeric::bigint, case when definition ->> 'maxPoints' is not null then 0 end)
    as min_points,
  (definition ->> 'maxPoints')::numeric::bigint as max_points,
  coalesce((definition ->> 'repeatable')::boolean, false) as is_repeatable,
  coalesce((definition ->> 'active')::boolean, true) as is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'achievement' and action_type = '' and in_force_from <= now()
order by game_id, achievement_id, in_force_from desc, log_offset desc;

comment on view laurel.achievements is 'Achievements as defined now. Grain: one achievement of one game.';
comment on column laurel.achievements.game_id is 'Game.';
comment on column laurel.achievements.achievement_id is 'Achievement, unique in its game.';
comment on column laurel.achievements.name is 'Name shown to people.';
comment on column laurel.achievements.description is 'Description, or null.';
comment on column laurel.achievements.category is 'Category, or null.';
comment on column laurel.achievements.image_url is 'Picture, or null.';
comment on column laurel.achievements.points is 'Points an unlock is worth; null where the event carries them.';
comment on column laurel.achievements.min_points is 'Least points an event may carry; null where points are fixed.';
comment on column laurel.achievements.max_points is 'Most points an event may carry; null where points are fixed.';
comment on column laurel.achievements.is_repeatable is 'True: every unlock counts, not only the first.';
comment on column laurel.achievements.is_active is 'False: its unlocks are refused.';
comment on column laurel.achievements.in_force_from is 'Event time from which this version judges events, UTC.';
comment on column laurel.achievements.log_offset is 'Offset of the version in the topic catalog.';
comment on column laurel.achievements.updated_at is 'When the version was written, UTC.';

create view laurel.action_types with (security_invoker = true) as
select distinct on (action_type)
  action_type,
  definition ->> 'description' as description,
  definition ->> 'category' as category,
  definition ->> 'imageUrl' as image_url,
  (definition ->> 'points')::numeric::bigint as points,
  coalesce((definition ->> 'minPoints')::numeric::bigint, case when definition ->> 'maxPoints' is not null then 0 end)
    as min_points,
  (definition ->> 'maxPoints')::numeric::bigint as max_points,
  coalesce(definition ->> 'writer', case when definition ->> 'points' is null then 'game-server' else 'player' end) as writer,
  (definition ->> 'maxPerDay')::numeric::integer as max_per_day,
  coalesce((definition ->> 'active')::boolean, true) as is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'action' and game_id = '' and achievement_id = '' and in_force_from <= now()
order by action_type, in_force_from desc, log_offset desc;

comment on view laurel.action_types is 'Action types as defined now. Grain: one action type.';
comment on column laurel.action_types.action_type is 'Action type.';
comment on column laurel.action_types.description is 'Description, or null.';
comment on column laurel.action_types.category is 'Category, or null.';
comment on column laurel.action_types.image_url is 'Picture, or null.';
comment on column laurel.action_types.points is 'Points an action is worth; null where the event carries them.';
comment on column laurel.action_types.min_points is 'Least points an event may carry; null where points are fixed.';
comment on column laurel.action_types.max_points is 'Most points an event may carry; null where points are fixed.';
comment on column laurel.action_types.writer is 'Who may send it: player or game-server.';
comment on column laurel.action_types.max_per_day is 'How many of one player count in a UTC day; null for any number.';
comment on column laurel.action_types.is_active is 'False: its actions are refused.';
comment on column laurel.action_types.in_force_from is 'Event time from which this version judges events, UTC.';
comment on column laurel.action_types.log_offset is 'Offset of the version in the topic catalog.';
comment on column laurel.action_types.updated_at is 'When the version was written, UTC.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Players and their scores

create table laurel.players (
  player_id text collate "C" not null,
  username text,
  region text collate "C",
  score bigint not null default 0,
  reached_at timestamptz,
  total_actions bigint not null default 0,
  action_points bigint not null default 0,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  is_excluded boolean not null default false,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint players_pkey primary key (player_id),
  constraint players_player_id_check check (char_length(player_id) between 1 and 128),
  constraint players_username_check check (char_length(username) between 1 and 100),
  constraint players_region_check check (region ~ '^[A-Za-z0-9-]{2,10}$'),
  constraint players_score_check check (reached_at is not null or score = 0),
  constraint players_total_actions_check check (total_actions >= 0),
  constraint players_seen_check check (first_seen_at <= last_seen_at),
  constraint players_version_check check (version > 0)
)
with (fillfactor = 80);

comment on table laurel.players is
  'Profile and totals over all games. Grain: one player with at least one accepted event. Writer: job. Readers: API, analysts.';
comment on column laurel.players.player_id is 'Player.';
comment on column laurel.players.username is 'Name shown to people; null until a profile names the player.';
comment on column laurel.players.region is 'Region of the newest profile; null until a profile gives one.';
comment on column laurel.players.score is 'Points over all games and actions without a game: the score on the global all-time board.';
comment on column laurel.players.reached_at is
  'Greatest event time among events whose points are not 0, else the least event time, UTC; null while not on the board.';
comment on column laurel.players.total_actions is 'Accepted actions, a count.';
comment on column laurel.players.action_points is 'Points of the accepted actions.';
comment on column laurel.players.first_seen_at is 'Least event time of an accepted event, UTC.';
comment on column laurel.players.last_seen_at is 'Greatest event time of an accepted event, UTC.';
comment on column laurel.players.is_excluded is 'True: taken off every board by a moderator; the totals stay.';
comment on column laurel.players.version is 'How many changes of this player the ledger had made when it wrote the row; the greatest wins.';
comment on column laurel.players.updated_at is 'When the row was last written, UTC, by the clock of the database.';

comment on index laurel.players_pkey is 'One player: profile, totals and score.';
create index players_board_idx on laurel.players (score desc, reached_at, player_id)
  where reached_at is not null and not is_excluded;
comment on index laurel.players_board_idx is 'Pages and ranks of the global all-time board, in rank order.';
create index players_updated_at_idx on laurel.players (updated_at);
comment on index laurel.players_updated_at_idx is 'What changed since: incremental reads by analysts.';

create table laurel.player_scores (
  player_id text collate "C" not null,
  game_id text collate "C" not null,
  score bigint not null,
  reached_at timestamptz not null,
  total_actions bigint not null,
  total_unlocks bigint not null,
  is_excluded boolean not null default false,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint player_scores_pkey primary key (player_id, game_id),
  constraint player_scores_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_scores_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint player_scores_counts_check check (total_actions >= 0 and total_unlocks >= 0 and total_actions + total_unlocks > 0),
  constraint player_scores_version_check check (version > 0)
)
with (fillfactor = 80);

comment on table laurel.player_scores is
  'Score of a player in a game. Grain: one player and game with an accepted unlock or action; a player''s rows sum to players.score. Writer: job. Readers: API, analysts.';
comment on column laurel.player_scores.player_id is 'Player.';
comment on column laurel.player_scores.game_id is 'Game; _none for actions without a game.';
comment on column laurel.player_scores.score is 'Points in this game: the score on its all-time board.';
comment on column laurel.player_scores.reached_at is
  'Greatest event time among events whose points are not 0, else the least event time, UTC.';
comment on column laurel.player_scores.total_actions is 'Accepted actions in this game, a count.';
comment on column laurel.player_scores.total_unlocks is 'Accepted unlocks in this game, repeats of repeatable ones included, a count.';
comment on column laurel.player_scores.is_excluded is 'True: taken off every board by a moderator; the score stays.';
comment on column laurel.player_scores.version is 'How many changes of this player the ledger had made when it wrote the row; the greatest wins.';
comment on column laurel.player_scores.updated_at is 'When the row was last written, UTC, by the clock of the database.';

comment on index laurel.player_scores_pkey is 'A player''s scores: in one game, or in all their games.';
create index player_scores_board_idx on laurel.player_scores (game_id, score desc, reached_at, player_id)
  where not is_excluded;
comment on index laurel.player_scores_board_idx is 'Pages and ranks of a game''s all-time board, in rank order.';
create index player_scores_updated_at_idx on laurel.player_scores (updated_at);
comment on index laurel.player_scores_updated_at_idx is 'What changed since: incremental reads by analysts.';

create table laurel.score_events (
  player_id text collate "C" not null,
  occurred_at timestamptz not null,
  log_partition integer not null,
  log_offset bigint not null,
  logged_at timestamptz not null,
  type text not null,
  event_id text collate "C" not null,
  game_id text collate "C" not null,
  achievement_id text collate "C",
  action_type text collate "C",
  request_id text collate "C",
  action_id text collate "C",
  points bigint not null,
  metadata json,
  ip_address text,
  user_agent text,
  constraint score_events_pkey primary key (player_id, occurred_at, log_partition, log_offset),
  constraint score_events_type_check check (
    (type = 'unlock' and achievement_id is not null and action_type is null and request_id is null and action_id is null)
    or (type = 'action' and achievement_id is null and action_type is not null and request_id is not null and action_id is not null)),
  constraint score_events_player_id_check check (char_length(player_id) between 1 and 128),
  constraint score_events_event_id_check check (char_length(event_id) between 1 and 128),
  constraint score_events_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint score_events_points_check check (points between -1000000000 and 1000000000),
  constraint score_events_log_check check (log_partition >= 0 and log_offset >= 0),
  constraint score_events_metadata_check check (json_typeof(metadata) = 'object')
)
partition by range (occurred_at);

comment on table laurel.score_events is
  'Score history. Grain: one accepted unlock or action. Partitioned by calendar month of occurred_at, UTC. Writer: job. Readers: API, analysts (without addresses and user agents).';
comment on column laurel.score_events.player_id is 'Player.';
comment on column laurel.score_events.occurred_at is 'Event time, UTC, to the millisecond.';
comment on column laurel.score_events.log_partition is 'Partition of the record in the topic player-events.';
comment on column laurel.score_events.log_offset is 'Offset of the record in its partition.';
comment on column laurel.score_events.logged_at is 'Log time: the Kafka timestamp of the record, UTC.';
comment on column laurel.score_events.type is 'unlock or action.';
comment on column laurel.score_events.event_id is 'The sender''s name of the event.';
comment on column laurel.score_events.game_id is 'Game; _none for an action without a game.';
comment on column laurel.score_events.achievement_id is 'Achievement of an unlock; null for an action.';
comment on column laurel.score_events.action_type is 'Type of an action; null for an unlock.';
comment on column laurel.score_events.request_id is 'The sender''s name of the request; null for an unlock.';
comment on column laurel.score_events.action_id is 'Name of the action; null for an unlock.';
comment on column laurel.score_events.points is 'What the event is worth in points; below 0 for a penalty.';
comment on column laurel.score_events.metadata is 'What the sender attached, a JSON object as sent, or null.';
comment on column laurel.score_events.ip_address is 'Address the action came from, or null. Not for analysts.';
comment on column laurel.score_events.user_agent is 'User agent of the action, or null. Not for analysts.';
comment on index laurel.score_events_pkey is 'One row a record; also a player''s history, newest first, read backwards.';

-- Made beside the table and then attached: that locks out neither readers nor writers of the other months, while
-- "create table ... partition of" would wait for every reader and let nobody past. Callers queue on the lock that the
-- attachment needs anyway. It has to be a lock on a table: an advisory one would leave the caller behind it with the
-- catalog as it was before the wait, blind to the partition just made.
create function laurel.prepare_score_events(month date) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  first_moment constant timestamp := date_trunc('month', month::timestamp);
  partition_name constant text := 'score_events_' || to_char(first_moment, 'YYYY_MM');
begin
  if month is null or month not between date '1970-01-01' and date '2999-12-31' then
    raise exception 'month is %, expected a date from 1970-01-01 to 2999-12-31', month using errcode = '22023';
  end if;
  if to_regclass('laurel.' || partition_name) is not null then
    return;
  end if;
  lock table only laurel.score_events in share update exclusive mode;
  if to_regclass('laurel.' || partition_name) is null then
    execute format('create table laurel.%I (like laurel.score_events including all)', partition_name);
    execute format(
      'comment on table laurel.%I is %L',
      partition_name,
      'Score history of ' || to_char(first_moment, 'YYYY-MM') || ', UTC: a partition of score_events.');
    execute format(
      'alter table laurel.score_events attach partition laurel.%I for values from (%L) to (%L)',
      partition_name,
      to_char(first_moment, 'YYYY-MM-DD') || ' 00:00:00+00',
      to_char(first_moment + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
  end if;
end
$$;
comment on function laurel.prepare_score_events(date) is
  'Makes the partition of score_events that holds the month of the date, where it is missing. The one piece of DDL that the job may run.';
revoke all on function laurel.prepare_score_events(date) from public;

-- ---------------------------------------------------------------------------------------------------------------------
-- Live tops

create table laurel.leaderboard_tops (
  scope text not null,
  game_id text collate "C" not null,
  region text collate "C" not null,
  period text not null,
  period_start date not null,
  version bigint not null,
  published_at timestamptz not null,
  as_of timestamptz,
  total bigint not null,
  entries json not null,
  updated_at timestamptz not null default now(),
  constraint leaderboard_tops_pkey primary key (scope, game_id, region, period, period_start),
  constraint leaderboard_tops_scope_check check ((scope = 'global') = (game_id = 'global') and scope in ('global', 'game')),
  constraint leaderboard_tops_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> '_none'),
  constraint leaderboard_tops_region_check check (region = '*' or region ~ '^[A-Za-z0-9-]{2,10}$'),
  constraint leaderboard_tops_period_check check (
    case period
      when 'all-time' then period_start = date '1970-01-01'
      when 'daily' then true
      when 'weekly' then extract(isodow from period_start) = 1
      when 'monthly' then extract(day from period_start) = 1
      else false
    end),
  constraint leaderboard_tops_version_check check (version between 1 and 9007199254740991),
  constraint leaderboard_tops_entries_check check (json_typeof(entries) = 'array'),
  constraint leaderboard_tops_total_check check (total >= json_array_length(entries))
)
with (fillfactor = 70);

comment on table laurel.leaderboard_tops is
  'The current top of every board. Grain: one board. Writer: job. Readers: API, analysts (a row an entry: leaderboard_top_entries).';
comment on column laurel.leaderboard_tops.scope is 'global: all games together; game: one game.';
comment on column laurel.leaderboard_tops.game_id is 'Game; global for the board of all games.';
comment on column laurel.leaderboard_tops.region is 'Region; * for everyone.';
comment on column laurel.leaderboard_tops.period is 'all-time, daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column laurel.leaderboard_tops.period_start is 'First day of the period, UTC; 1970-01-01 for all-time.';
comment on column laurel.leaderboard_tops.version is
  'Version of the board, the same as in the topic rank-changes: rises with every publication and across restarts.';
comment on column laurel.leaderboard_tops.published_at is 'When this version was published, UTC, by the clock of the job.';
comment on column laurel.leaderboard_tops.as_of is 'Event time up to which the board was complete, UTC; null before the first watermark.';
comment on column laurel.leaderboard_tops.total is 'Players on the board, a count.';
comment on column laurel.leaderboard_tops.entries is
  'The first entries in rank order: a JSON array of {rank, playerId, score, reachedAt, username, region}; reachedAt in RFC 3339, UTC.';
comment on column laurel.leaderboard_tops.updated_at is 'When the row was last written, UTC, by the clock of the database.';

comment on index laurel.leaderboard_tops_pkey is 'The top of one board.';
create index leaderboard_tops_updated_at_idx on laurel.leaderboard_tops (updated_at);
comment on index laurel.leaderboard_tops_updated_at_idx is 'What changed since: incremental reads by analysts.';

create view laurel.leaderboard_top_entries with (security_invoker = true) as
select
  top.scope,
  top.game_id,
  top.region as board_region,
  top.period,
  top.period_start,
  entry.rank,
  entry."playerId" as player_id,
  entry.username,
  entry.region,
  entry.score,
  entry."reachedAt" as reached_at,
  top.version,
  top.updated_at
from laurel.leaderboard_tops as top
cross join lateral json_to_recordset(top.entries) as entry (
  rank integer, "playerId" text, username text, region text, score bigint, "reachedAt" timestamptz);

comment on view laurel.leaderboard_top_entries is 'The current tops. Grain: one entry of one board''s top.';
comment on column laurel.leaderboard_top_entries.scope is 'global: all games together; game: one game.';
comment on column laurel.leaderboard_top_entries.game_id is 'Game; global for the board of all games.';
comment on column laurel.leaderboard_top_entries.board_region is 'Region of the board; * for everyone.';
comment on column laurel.leaderboard_top_entries.period is 'all-time, daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column laurel.leaderboard_top_entries.period_start is 'First day of the period, UTC; 1970-01-01 for all-time.';
comment on column laurel.leaderboard_top_entries.rank is 'Place on the board, from 1, without gaps.';
comment on column laurel.leaderboard_top_entries.player_id is 'Player.';
comment on column laurel.leaderboard_top_entries.username is 'Name shown to people; null until a profile names the player.';
comment on column laurel.leaderboard_top_entries.region is 'Region of the player; null until a profile gives one.';
comment on column laurel.leaderboard_top_entries.score is 'Points on this board.';
comment on column laurel.leaderboard_top_entries.reached_at is 'When the score was reached, event time, UTC.';
comment on column laurel.leaderboard_top_entries.version is 'Version of the board.';
comment on column laurel.leaderboard_top_entries.updated_at is 'When the board''s row was last written, UTC.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select, insert, update on laurel.catalog_history, laurel.players, laurel.player_scores, laurel.leaderboard_tops to laurel_job;
grant select, insert on laurel.score_events to laurel_job;
grant execute on function laurel.prepare_score_events(date) to laurel_job;

grant select on
  laurel.catalog_history, laurel.games, laurel.achievements, laurel.action_types,
  laurel.players, laurel.player_scores, laurel.score_events, laurel.leaderboard_tops, laurel.leaderboard_top_entries
  to laurel_api;
grant select on
  laurel.catalog_history, laurel.games, laurel.achievements, laurel.action_types,
  laurel.players, laurel.player_scores, laurel.leaderboard_tops, laurel.leaderboard_top_entries
  to laurel_analyst;
grant select (
  player_id, occurred_at, log_partition, log_offset, logged_at, type, event_id, game_id, achievement_id, action_type,
  request_id, action_id, points, metadata)
  on laurel.score_events to laurel_analyst;
