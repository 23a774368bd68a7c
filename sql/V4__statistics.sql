-- Statistics: what players did by day and by calendar month, what games, achievements and the platform saw, what became
-- of the records of the log, and how far each table is complete.
-- Writer: the job, as laurel_job. Readers: the API as laurel_api, analysts as laurel_analyst.
-- Days and months are those of event time, UTC. Every row is absolute, not a difference, and is written as an idempotent
-- upsert that keeps the greatest version. A row whose period had closed already when it was written is a restatement:
-- revision counts those after the first writing, restated_at says when the last one came.

-- ---------------------------------------------------------------------------------------------------------------------
-- Totals of players: all of what is told by day and month, summed up

alter table laurel.players
  add column total_unlocks bigint not null default 0,
  add column distinct_unlocks bigint not null default 0,
  add column playtime_seconds bigint not null default 0,
  add column first_active_at timestamptz,
  add column last_active_at timestamptz,
  add constraint players_statistics_check check (
    distinct_unlocks between 0 and total_unlocks and playtime_seconds >= 0
    and (first_active_at is null) = (last_active_at is null) and first_active_at <= last_active_at);
comment on column laurel.players.total_unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.players.distinct_unlocks is 'Achievements unlocked, each counted once.';
comment on column laurel.players.playtime_seconds is 'Time played, in seconds.';
comment on column laurel.players.first_active_at is
  'Least event time of an accepted unlock, action or playtime, UTC; null while there is none: a profile is no activity.';
comment on column laurel.players.last_active_at is 'Greatest event time of an accepted unlock, action or playtime, UTC; null while there is none.';
create index players_first_active_at_idx on laurel.players (first_active_at) where first_active_at is not null;
comment on index laurel.players_first_active_at_idx is 'Players by when they began: cohorts.';
create index players_excluded_idx on laurel.players (player_id) where is_excluded;
comment on index laurel.players_excluded_idx is 'Excluded players, of whom there are few: figures without them.';

alter table laurel.player_scores
  alter column reached_at drop not null,
  drop constraint player_scores_counts_check,
  add column distinct_unlocks bigint not null default 0,
  add column playtime_seconds bigint not null default 0,
  add column first_seen_at timestamptz,
  add column last_seen_at timestamptz,
  add constraint player_scores_counts_check check (
    total_actions >= 0 and total_unlocks >= 0 and distinct_unlocks between 0 and total_unlocks and playtime_seconds >= 0
    and total_actions + total_unlocks + playtime_seconds > 0),
  add constraint player_scores_reached_at_check check ((reached_at is null) = (total_actions + total_unlocks = 0)),
  add constraint player_scores_seen_check check (first_seen_at <= last_seen_at);
comment on table laurel.player_scores is
  'Score and totals of a player in a game. Grain: one player and game with an accepted unlock, action or playtime; a player''s rows sum to players.score. Writer: job. Readers: API, analysts.';
comment on column laurel.player_scores.reached_at is
  'Greatest event time among events whose points are not 0, else the least event time, UTC; null while there is only playtime: then the player is not on the board.';
comment on column laurel.player_scores.distinct_unlocks is 'Achievements of this game unlocked, each counted once: the numerator of completion.';
comment on column laurel.player_scores.playtime_seconds is 'Time played in this game, in seconds.';
comment on column laurel.player_scores.first_seen_at is
  'Least event time of an accepted unlock, action or playtime in this game, UTC; null in a row that was written before the column was there.';
comment on column laurel.player_scores.last_seen_at is
  'Greatest event time of an accepted unlock, action or playtime in this game, UTC; null in a row that was written before the column was there.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Achievements of players

create table laurel.player_achievements (
  player_id text collate "C" not null,
  game_id text collate "C" not null,
  achievement_id text collate "C" not null,
  unlocked_at timestamptz not null,
  last_unlocked_at timestamptz not null,
  unlocks bigint not null,
  points bigint not null,
  updated_at timestamptz not null default now(),
  constraint player_achievements_pkey primary key (player_id, game_id, achievement_id),
  constraint player_achievements_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_achievements_game_id_check check (char_length(game_id) between 1 and 128 and game_id not in ('global', '_none')),
  constraint player_achievements_achievement_id_check check (char_length(achievement_id) between 1 and 128),
  constraint player_achievements_unlocks_check check (unlocks > 0),
  constraint player_achievements_unlocked_at_check check (unlocked_at <= last_unlocked_at)
)
with (fillfactor = 95);

comment on table laurel.player_achievements is
  'Achievements unlocked, kept for ever. Grain: one player and achievement. Writer: job. Readers: API, analysts.';
comment on column laurel.player_achievements.player_id is 'Player.';
comment on column laurel.player_achievements.game_id is 'Game.';
comment on column laurel.player_achievements.achievement_id is 'Achievement, unique in its game.';
comment on column laurel.player_achievements.unlocked_at is 'Event time of the first unlock, UTC: the least one.';
comment on column laurel.player_achievements.last_unlocked_at is 'Event time of the latest unlock, UTC; the first again where it cannot be repeated.';
comment on column laurel.player_achievements.unlocks is 'Accepted unlocks, 1 where it cannot be repeated; also the version of the row: the greatest is kept.';
comment on column laurel.player_achievements.points is 'Points of these unlocks together.';
comment on column laurel.player_achievements.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.player_achievements_pkey is 'What a player unlocked in a game; one row a player and achievement.';
create index player_achievements_unlocked_at_idx on laurel.player_achievements (player_id, unlocked_at, game_id, achievement_id);
comment on index laurel.player_achievements_unlocked_at_idx is 'What a player unlocked, newest first, read backwards.';
create index player_achievements_game_idx on laurel.player_achievements (game_id, achievement_id, unlocked_at);
comment on index laurel.player_achievements_game_idx is 'Who unlocked an achievement, and when.';
create index player_achievements_updated_at_idx on laurel.player_achievements using brin (updated_at) with (autosummarize = on);
comment on index laurel.player_achievements_updated_at_idx is 'What changed since: incremental reads by analysts.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Players by day and by month

create table laurel.player_daily_stats (
  player_id text collate "C" not null,
  game_id text collate "C" not null,
  day date not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  first_scored_at timestamptz,
  last_scoring_at timestamptz,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint player_daily_stats_pkey primary key (player_id, game_id, day),
  constraint player_daily_stats_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_daily_stats_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint player_daily_stats_counts_check check (
    unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0
    and unlocks + actions + playtime_seconds > 0),
  constraint player_daily_stats_seen_check check (first_seen_at <= last_seen_at),
  constraint player_daily_stats_scored_check check (
    (first_scored_at is null) = (unlocks + actions = 0) and (last_scoring_at is null or first_scored_at <= last_scoring_at)
    and (last_scoring_at is not null or points = 0)),
  constraint player_daily_stats_version_check check (version > 0),
  constraint player_daily_stats_revision_check check (revision > 0)
)
partition by range (day);

comment on table laurel.player_daily_stats is
  'What a player did in a game in a day. Grain: one player, game and day (event time, UTC) with an accepted unlock, action or playtime; game _none holds actions without a game, there are no rows of all games. Kept for 400 days before the watermark; partitioned by month. Writer: job. Readers: API, analysts.';
comment on column laurel.player_daily_stats.player_id is 'Player.';
comment on column laurel.player_daily_stats.game_id is 'Game; _none for actions without a game.';
comment on column laurel.player_daily_stats.day is 'Day, event time, UTC.';
comment on column laurel.player_daily_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.player_daily_stats.distinct_unlocks is 'Achievements that the player unlocked for the first time in this day, a count: sums up over periods and games.';
comment on column laurel.player_daily_stats.actions is 'Accepted actions, a count.';
comment on column laurel.player_daily_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.player_daily_stats.playtime_seconds is 'Time played, in seconds, booked where a playtime''s event time lies.';
comment on column laurel.player_daily_stats.first_seen_at is 'Least event time of an unlock, action or playtime, UTC.';
comment on column laurel.player_daily_stats.last_seen_at is 'Greatest event time of an unlock, action or playtime, UTC.';
comment on column laurel.player_daily_stats.first_scored_at is 'Least event time of an unlock or action, UTC; null where there is only playtime: then the player is on no board of the day.';
comment on column laurel.player_daily_stats.last_scoring_at is 'Greatest event time of an unlock or action whose points are not 0, UTC; null where there is none. When a score was reached is the greatest of these, else the least first_scored_at.';
comment on column laurel.player_daily_stats.version is 'How many changes of this player the ledger had made when it wrote the row; the greatest wins.';
comment on column laurel.player_daily_stats.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column laurel.player_daily_stats.restated_at is 'When the row was last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.player_daily_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.player_daily_stats_pkey is 'A player''s days in a game, or in all games.';
create index player_daily_stats_period_idx on laurel.player_daily_stats (day, game_id, player_id);
comment on index laurel.player_daily_stats_period_idx is 'Who was active in a day, in one game or in any.';
create index player_daily_stats_updated_at_idx on laurel.player_daily_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.player_daily_stats_updated_at_idx is 'What changed since: incremental reads by analysts. By ranges of pages, so that a row can be written again in its place.';

create table laurel.player_monthly_stats (
  player_id text collate "C" not null,
  game_id text collate "C" not null,
  month date not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  first_scored_at timestamptz,
  last_scoring_at timestamptz,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint player_monthly_stats_pkey primary key (player_id, game_id, month),
  constraint player_monthly_stats_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_monthly_stats_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint player_monthly_stats_month_check check (extract(day from month) = 1),
  constraint player_monthly_stats_counts_check check (
    unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0
    and unlocks + actions + playtime_seconds > 0),
  constraint player_monthly_stats_seen_check check (first_seen_at <= last_seen_at),
  constraint player_monthly_stats_scored_check check (
    (first_scored_at is null) = (unlocks + actions = 0) and (last_scoring_at is null or first_scored_at <= last_scoring_at)
    and (last_scoring_at is not null or points = 0)),
  constraint player_monthly_stats_version_check check (version > 0),
  constraint player_monthly_stats_revision_check check (revision > 0)
)
partition by range (month);

comment on table laurel.player_monthly_stats is
  'What a player did in a game in a month. Grain: one player, game and month (event time, UTC) with an accepted unlock, action or playtime; game _none holds actions without a game, there are no rows of all games. Kept for ever; partitioned by year. Writer: job. Readers: API, analysts.';
comment on column laurel.player_monthly_stats.player_id is 'Player.';
comment on column laurel.player_monthly_stats.game_id is 'Game; _none for actions without a game.';
comment on column laurel.player_monthly_stats.month is 'First day of the calendar month, event time, UTC.';
comment on column laurel.player_monthly_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.player_monthly_stats.distinct_unlocks is 'Achievements that the player unlocked for the first time in this month, a count: sums up over periods and games.';
comment on column laurel.player_monthly_stats.actions is 'Accepted actions, a count.';
comment on column laurel.player_monthly_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.player_monthly_stats.playtime_seconds is 'Time played, in seconds, booked where a playtime''s event time lies.';
comment on column laurel.player_monthly_stats.first_seen_at is 'Least event time of an unlock, action or playtime, UTC.';
comment on column laurel.player_monthly_stats.last_seen_at is 'Greatest event time of an unlock, action or playtime, UTC.';
comment on column laurel.player_monthly_stats.first_scored_at is 'Least event time of an unlock or action, UTC; null where there is only playtime: then the player is on no board of the month.';
comment on column laurel.player_monthly_stats.last_scoring_at is 'Greatest event time of an unlock or action whose points are not 0, UTC; null where there is none. When a score was reached is the greatest of these, else the least first_scored_at.';
comment on column laurel.player_monthly_stats.version is 'How many changes of this player the ledger had made when it wrote the row; the greatest wins.';
comment on column laurel.player_monthly_stats.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column laurel.player_monthly_stats.restated_at is 'When the row was last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.player_monthly_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.player_monthly_stats_pkey is 'A player''s months in a game, or in all games.';
create index player_monthly_stats_period_idx on laurel.player_monthly_stats (month, game_id, player_id);
comment on index laurel.player_monthly_stats_period_idx is 'Who was active in a month, in one game or in any.';
create index player_monthly_stats_updated_at_idx on laurel.player_monthly_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.player_monthly_stats_updated_at_idx is 'What changed since: incremental reads by analysts. By ranges of pages, so that a row can be written again in its place.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Games and the platform by day and by month

create table laurel.game_daily_stats (
  game_id text collate "C" not null,
  day date not null,
  active_players bigint not null,
  new_players bigint not null,
  players_new_to_week bigint not null,
  players_new_to_month bigint not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint game_daily_stats_pkey primary key (game_id, day),
  constraint game_daily_stats_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint game_daily_stats_counts_check check (
    active_players > 0 and new_players between 0 and active_players
    and players_new_to_week between new_players and active_players and players_new_to_month between new_players and active_players
    and unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0),
  constraint game_daily_stats_version_check check (version > 0),
  constraint game_daily_stats_revision_check check (revision > 0)
)
with (fillfactor = 70);

comment on table laurel.game_daily_stats is
  'What a game saw in a day. Grain: one game and day (event time, UTC) with an accepted unlock, action or playtime. Kept for 400 days before the watermark. Excluded players are counted. Writer: job. Readers: API, analysts.';
comment on column laurel.game_daily_stats.game_id is 'Game; _none for actions without a game.';
comment on column laurel.game_daily_stats.day is 'Day, event time, UTC.';
comment on column laurel.game_daily_stats.active_players is 'Players with an accepted unlock, action or playtime in this day, each counted once.';
comment on column laurel.game_daily_stats.new_players is 'Players whose first one in this game this was: summed over all days, the players ever seen.';
comment on column laurel.game_daily_stats.players_new_to_week is 'Active players for whom this was the first active day of the ISO week: summed over a week''s days, its active players.';
comment on column laurel.game_daily_stats.players_new_to_month is 'Active players for whom this was the first active day of the calendar month: summed over a month''s days, its active players.';
comment on column laurel.game_daily_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.game_daily_stats.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column laurel.game_daily_stats.actions is 'Accepted actions, a count.';
comment on column laurel.game_daily_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.game_daily_stats.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column laurel.game_daily_stats.version is 'Rises with every change of the row, the same whatever order players come in; the greatest wins.';
comment on column laurel.game_daily_stats.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column laurel.game_daily_stats.restated_at is 'When the row was last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.game_daily_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.game_daily_stats_pkey is 'A game''s days, in order.';
create index game_daily_stats_period_idx on laurel.game_daily_stats (day, game_id);
comment on index laurel.game_daily_stats_period_idx is 'All games in a day; also those no longer kept, oldest first.';
create index game_daily_stats_updated_at_idx on laurel.game_daily_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.game_daily_stats_updated_at_idx is 'What changed since: incremental reads by analysts.';

create table laurel.game_monthly_stats (
  game_id text collate "C" not null,
  month date not null,
  active_players bigint not null,
  new_players bigint not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint game_monthly_stats_pkey primary key (game_id, month),
  constraint game_monthly_stats_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> 'global'),
  constraint game_monthly_stats_month_check check (extract(day from month) = 1),
  constraint game_monthly_stats_counts_check check (
    active_players > 0 and new_players between 0 and active_players
    and unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0),
  constraint game_monthly_stats_version_check check (version > 0),
  constraint game_monthly_stats_revision_check check (revision > 0)
)
with (fillfactor = 70);

comment on table laurel.game_monthly_stats is
  'What a game saw in a month. Grain: one game and month (event time, UTC) with an accepted unlock, action or playtime. Kept for ever. Excluded players are counted. Writer: job. Readers: API, analysts.';
comment on column laurel.game_monthly_stats.game_id is 'Game; _none for actions without a game.';
comment on column laurel.game_monthly_stats.month is 'First day of the calendar month, event time, UTC.';
comment on column laurel.game_monthly_stats.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column laurel.game_monthly_stats.new_players is 'Players whose first one in this game this was: summed over all months, the players ever seen.';
comment on column laurel.game_monthly_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.game_monthly_stats.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column laurel.game_monthly_stats.actions is 'Accepted actions, a count.';
comment on column laurel.game_monthly_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.game_monthly_stats.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column laurel.game_monthly_stats.version is 'Rises with every change of the row, the same whatever order players come in; the greatest wins.';
comment on column laurel.game_monthly_stats.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column laurel.game_monthly_stats.restated_at is 'When the row was last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.game_monthly_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.game_monthly_stats_pkey is 'A game''s months, in order.';
create index game_monthly_stats_period_idx on laurel.game_monthly_stats (month, game_id);
comment on index laurel.game_monthly_stats_period_idx is 'All games in a month.';
create index game_monthly_stats_updated_at_idx on laurel.game_monthly_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.game_monthly_stats_updated_at_idx is 'What changed since: incremental reads by analysts.';

create table laurel.platform_daily_stats (
  day date not null,
  active_players bigint not null,
  new_players bigint not null,
  players_new_to_week bigint not null,
  players_new_to_month bigint not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint platform_daily_stats_pkey primary key (day),
  constraint platform_daily_stats_counts_check check (
    active_players > 0 and new_players between 0 and active_players
    and players_new_to_week between new_players and active_players and players_new_to_month between new_players and active_players
    and unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0),
  constraint platform_daily_stats_version_check check (version > 0),
  constraint platform_daily_stats_revision_check check (revision > 0)
)
with (fillfactor = 70);

comment on table laurel.platform_daily_stats is
  'What the platform saw in a day, over all games and actions without one. Grain: one day (event time, UTC) with an accepted unlock, action or playtime. Kept for 400 days before the watermark. Excluded players are counted. Writer: job. Readers: API, analysts.';
comment on column laurel.platform_daily_stats.day is 'Day, event time, UTC.';
comment on column laurel.platform_daily_stats.active_players is 'Players with an accepted unlock, action or playtime in this day, each counted once.';
comment on column laurel.platform_daily_stats.new_players is 'Players whose first one this was: summed over all days, the players ever seen.';
comment on column laurel.platform_daily_stats.players_new_to_week is 'Active players for whom this was the first active day of the ISO week: summed over a week''s days, its active players.';
comment on column laurel.platform_daily_stats.players_new_to_month is 'Active players for whom this was the first active day of the calendar month: summed over a month''s days, its active players.';
comment on column laurel.platform_daily_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.platform_daily_stats.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column laurel.platform_daily_stats.actions is 'Accepted actions, a count.';
comment on column laurel.platform_daily_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.platform_daily_stats.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column laurel.platform_daily_stats.version is 'Rises with every change of the row, the same whatever order players come in; the greatest wins.';
comment on column laurel.platform_daily_stats.revision is '1 as first written; one more with every writing after the day had closed.';
comment on column laurel.platform_daily_stats.restated_at is 'When the row was last written after the day had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.platform_daily_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.platform_daily_stats_pkey is 'The platform''s days, in order.';
create index platform_daily_stats_updated_at_idx on laurel.platform_daily_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.platform_daily_stats_updated_at_idx is 'What changed since: incremental reads by analysts.';

create table laurel.platform_monthly_stats (
  month date not null,
  active_players bigint not null,
  new_players bigint not null,
  unlocks bigint not null,
  distinct_unlocks bigint not null,
  actions bigint not null,
  points bigint not null,
  playtime_seconds bigint not null,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint platform_monthly_stats_pkey primary key (month),
  constraint platform_monthly_stats_month_check check (extract(day from month) = 1),
  constraint platform_monthly_stats_counts_check check (
    active_players > 0 and new_players between 0 and active_players
    and unlocks >= 0 and distinct_unlocks between 0 and unlocks and actions >= 0 and playtime_seconds >= 0),
  constraint platform_monthly_stats_version_check check (version > 0),
  constraint platform_monthly_stats_revision_check check (revision > 0)
)
with (fillfactor = 70);

comment on table laurel.platform_monthly_stats is
  'What the platform saw in a month, over all games and actions without one. Grain: one month (event time, UTC) with an accepted unlock, action or playtime. Kept for ever. Excluded players are counted. Writer: job. Readers: API, analysts.';
comment on column laurel.platform_monthly_stats.month is 'First day of the calendar month, event time, UTC.';
comment on column laurel.platform_monthly_stats.active_players is 'Players with an accepted unlock, action or playtime in this month, each counted once.';
comment on column laurel.platform_monthly_stats.new_players is 'Players whose first one this was: summed over all months, the players ever seen.';
comment on column laurel.platform_monthly_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.platform_monthly_stats.distinct_unlocks is 'Unlocks that were a player''s first of that achievement, a count.';
comment on column laurel.platform_monthly_stats.actions is 'Accepted actions, a count.';
comment on column laurel.platform_monthly_stats.points is 'Points of these unlocks and actions; below 0 where penalties outweigh.';
comment on column laurel.platform_monthly_stats.playtime_seconds is 'Time played by all players together, in seconds.';
comment on column laurel.platform_monthly_stats.version is 'Rises with every change of the row, the same whatever order players come in; the greatest wins.';
comment on column laurel.platform_monthly_stats.revision is '1 as first written; one more with every writing after the month had closed.';
comment on column laurel.platform_monthly_stats.restated_at is 'When the row was last written after the month had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.platform_monthly_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.platform_monthly_stats_pkey is 'The platform''s months, in order.';
create index platform_monthly_stats_updated_at_idx on laurel.platform_monthly_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.platform_monthly_stats_updated_at_idx is 'What changed since: incremental reads by analysts.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Achievements: in all, by day and by month

create table laurel.achievement_stats (
  game_id text collate "C" not null,
  achievement_id text collate "C" not null,
  period text not null,
  period_start date not null,
  unlocks bigint not null,
  first_unlocks bigint not null,
  version bigint not null,
  revision integer not null default 1,
  restated_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint achievement_stats_pkey primary key (game_id, achievement_id, period, period_start),
  constraint achievement_stats_game_id_check check (char_length(game_id) between 1 and 128 and game_id not in ('global', '_none')),
  constraint achievement_stats_achievement_id_check check (char_length(achievement_id) between 1 and 128),
  constraint achievement_stats_period_check check (
    case period
      when 'all-time' then period_start = date '1970-01-01'
      when 'daily' then true
      when 'monthly' then extract(day from period_start) = 1
      else false
    end),
  constraint achievement_stats_counts_check check (unlocks > 0 and first_unlocks between 0 and unlocks),
  constraint achievement_stats_version_check check (version > 0),
  constraint achievement_stats_revision_check check (revision > 0)
)
with (fillfactor = 70);

comment on table laurel.achievement_stats is
  'How often achievements were unlocked. Grain: one achievement and period (event time, UTC) with an accepted unlock. Days are kept for 400 days before the watermark, the rest for ever. Excluded players are counted. Rarity is first_unlocks of all-time by the players of the game, divided when read. Writer: job. Readers: API, analysts.';
comment on column laurel.achievement_stats.game_id is 'Game.';
comment on column laurel.achievement_stats.achievement_id is 'Achievement, unique in its game.';
comment on column laurel.achievement_stats.period is 'all-time, daily or monthly, by event time, UTC. The same unlocks stand in all three: never sum over periods of different kinds.';
comment on column laurel.achievement_stats.period_start is 'First day of the period, UTC; 1970-01-01 for all-time.';
comment on column laurel.achievement_stats.unlocks is 'Accepted unlocks, repeats of repeatable achievements included, a count.';
comment on column laurel.achievement_stats.first_unlocks is 'Unlocks that were a player''s first of this achievement: of all-time, the players who have it.';
comment on column laurel.achievement_stats.version is 'Rises with every change of the row, the same whatever order players come in; the greatest wins.';
comment on column laurel.achievement_stats.revision is '1 as first written; one more with every writing after the period had closed.';
comment on column laurel.achievement_stats.restated_at is 'When the row was last written after the period had closed, UTC, by the clock of the job; null if never.';
comment on column laurel.achievement_stats.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.achievement_stats_pkey is 'An achievement''s periods; a game''s achievements.';
create index achievement_stats_period_idx on laurel.achievement_stats (period, period_start, game_id);
comment on index laurel.achievement_stats_period_idx is 'All achievements in a period; also days no longer kept, oldest first.';
create index achievement_stats_updated_at_idx on laurel.achievement_stats using brin (updated_at) with (autosummarize = on);
comment on index laurel.achievement_stats_updated_at_idx is 'What changed since: incremental reads by analysts.';

-- ---------------------------------------------------------------------------------------------------------------------
-- What became of the records of the log

create table laurel.log_daily_counts (
  day date not null,
  received bigint not null,
  accepted bigint not null,
  repeated bigint not null,
  dead bigint not null,
  waiting bigint not null,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint log_daily_counts_pkey primary key (day),
  constraint log_daily_counts_counts_check check (
    received >= 0 and accepted >= 0 and repeated >= 0 and dead >= 0 and waiting >= 0),
  constraint log_daily_counts_version_check check (version > 0)
)
with (fillfactor = 70);

comment on table laurel.log_daily_counts is
  'What became of the records of the topic player-events. Grain: one day of log time (the Kafka timestamp), UTC. What is received is counted where the log is read, the rest where it is judged, so that received = accepted + repeated + dead + waiting says that nothing was lost. Writer: job. Readers: API, analysts.';
comment on column laurel.log_daily_counts.day is 'Day of log time, UTC: not of event time.';
comment on column laurel.log_daily_counts.received is 'Records read, a count.';
comment on column laurel.log_daily_counts.accepted is 'Records that count: unlocks, actions, playtimes, profiles and verdicts of moderators.';
comment on column laurel.log_daily_counts.repeated is 'Repeats of accepted events, and profiles and verdicts that are overtaken: dropped.';
comment on column laurel.log_daily_counts.dead is 'Records that went to the topic dead-letters.';
comment on column laurel.log_daily_counts.waiting is 'Records that wait for the catalog now.';
comment on column laurel.log_daily_counts.version is 'Rises with every change of the row; the greatest wins.';
comment on column laurel.log_daily_counts.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.log_daily_counts_pkey is 'Days in order.';

-- ---------------------------------------------------------------------------------------------------------------------
-- How far each table is complete

create table laurel.pipeline_progress (
  table_name text collate "C" not null,
  task integer not null,
  tasks integer not null,
  event_time timestamptz not null,
  updated_at timestamptz not null default now(),
  constraint pipeline_progress_pkey primary key (table_name, task),
  constraint pipeline_progress_task_check check (task >= 0 and task < tasks)
)
with (fillfactor = 50);

comment on table laurel.pipeline_progress is
  'How far the tasks of the job have written each table. Grain: one table and task. Read pipeline_freshness. Writer: job. Readers: API, analysts.';
comment on column laurel.pipeline_progress.table_name is 'Table of the schema laurel.';
comment on column laurel.pipeline_progress.task is 'Number of the task that writes it, from 0.';
comment on column laurel.pipeline_progress.tasks is 'How many tasks write it.';
comment on column laurel.pipeline_progress.event_time is 'Watermark up to which this task has written all rows, event time, UTC.';
comment on column laurel.pipeline_progress.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.pipeline_progress_pkey is 'The tasks of a table.';

create view laurel.pipeline_freshness with (security_invoker = true) as
select
  table_name,
  case when count(*) = max(tasks) then min(event_time) end as complete_up_to,
  case when count(*) = max(tasks) then min(event_time) - interval '1 hour' end as closed_up_to,
  min(updated_at) as updated_at
from laurel.pipeline_progress as progress
where tasks = (
  select newest.tasks from laurel.pipeline_progress as newest
  where newest.table_name = progress.table_name
  order by newest.updated_at desc, newest.tasks limit 1)
group by table_name;

comment on view laurel.pipeline_freshness is 'How far each table is complete. Grain: one table that the job writes.';
comment on column laurel.pipeline_freshness.table_name is 'Table of the schema laurel.';
comment on column laurel.pipeline_freshness.complete_up_to is 'Event time up to which the table holds what came in time, UTC: the watermark. Null after a start with more tasks until each of them has written.';
comment on column laurel.pipeline_freshness.closed_up_to is 'Periods that end at this event time or before are closed, UTC: an hour behind the watermark, null with it. Rows of later ones are provisional.';
comment on column laurel.pipeline_freshness.updated_at is 'When the table last got further, UTC, by the clock of the database.';

create function laurel.closed_before() returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    (select (closed_up_to at time zone 'UTC')::date from laurel.pipeline_freshness where table_name = 'player_daily_stats'),
    date '-infinity')
$$;
comment on function laurel.closed_before() is
  'The first day that is not closed, UTC. Rows of this day and later, and of the month that holds it and later, are provisional.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Partitions and retention

create function laurel.kept_from(of_table text) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select case
    when days is null then date '-infinity'
    else coalesce(
      (select date_trunc('month', (complete_up_to at time zone 'UTC') - make_interval(days => days))::date
       from laurel.pipeline_freshness where table_name = 'player_daily_stats'),
      date '-infinity')
    end
  from (select case of_table
    when 'score_events' then 90
    when 'player_daily_stats' then 400
    when 'game_daily_stats' then 400
    when 'platform_daily_stats' then 400
    when 'achievement_stats' then 400
    when 'leaderboard_finals' then 400
    end as days) as retention
$$;
comment on function laurel.kept_from(text) is
  'First day of which a table keeps rows of days, UTC: retention is counted back from the watermark, and whole months are let go; -infinity for what is kept for ever.';

-- Made beside the table and then attached: that locks out neither readers nor writers of the other partitions, while
-- "create table ... partition of" would wait for every reader and let nobody past. Callers queue on the lock that the
-- attachment needs anyway. It has to be a lock on a table: an advisory one would leave the caller behind it with the
-- catalog as it was before the wait, blind to the partition just made.
create function laurel.prepare_partition(of_table text, day date) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  unit constant text := case of_table
    when 'score_events' then 'month' when 'player_daily_stats' then 'month' when 'player_monthly_stats' then 'year' end;
  first_moment timestamp;
  end_moment timestamp;
  partition_name text;
  zone text := '';
begin
  if unit is null then
    raise exception 'table is %, expected score_events, player_daily_stats or player_monthly_stats', of_table
      using errcode = '22023';
  end if;
  if day is null or day not between date '1970-01-01' and date '2999-12-31' then
    raise exception 'day is %, expected a date from 1970-01-01 to 2999-12-31', day using errcode = '22023';
  end if;
  first_moment := date_trunc(unit, day::timestamp);
  end_moment := first_moment + ('1 ' || unit)::interval;
  partition_name := of_table || to_char(first_moment, case unit when 'month' then '_YYYY_MM' else '_YYYY' end);
  if of_table = 'score_events' then
    zone := ' 00:00:00+00';
  end if;
  if end_moment::date <= laurel.kept_from(of_table) or to_regclass('laurel.' || partition_name) is not null then
    return;
  end if;
  execute format('lock table only laurel.%I in share update exclusive mode', of_table);
  if to_regclass('laurel.' || partition_name) is null then
    execute format('create table laurel.%I (like laurel.%I including all)', partition_name, of_table);
    if of_table <> 'score_events' then
      execute format(
        'alter table laurel.%I set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
        partition_name);
    end if;
    execute format(
      'comment on table laurel.%I is %L',
      partition_name,
      'Rows from ' || to_char(first_moment, 'YYYY-MM-DD') || ', a ' || unit || ', UTC: a partition of ' || of_table || '.');
    execute format(
      'alter table laurel.%I attach partition laurel.%I for values from (%L) to (%L)',
      of_table,
      partition_name,
      to_char(first_moment, 'YYYY-MM-DD') || zone,
      to_char(end_moment, 'YYYY-MM-DD') || zone);
  end if;
end
$$;
comment on function laurel.prepare_partition(text, date) is
  'Makes the partition of score_events, player_daily_stats (a month) or player_monthly_stats (a year) that holds the day, where it is missing and still kept. The one piece of DDL that the job may run.';
revoke all on function laurel.prepare_partition(text, date) from public;

create or replace function laurel.prepare_score_events(month date) returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if month is null or month not between date '1970-01-01' and date '2999-12-31' then
    raise exception 'month is %, expected a date from 1970-01-01 to 2999-12-31', month using errcode = '22023';
  end if;
  perform laurel.prepare_partition('score_events', month);
end
$$;
comment on function laurel.prepare_score_events(date) is
  'What prepare_partition does for score_events; for a job of the version before.';

-- Gives way: it waits half a second for a lock, less than it takes the server to look for a deadlock, and what it did not
-- get comes next time. To drop a partition locks its whole table until this transaction ends, so rows are deleted before,
-- and partitions of one table at most are dropped in one call.
create function laurel.keep_partitions() returns table (what text, name text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '500ms'
as $$
declare
  each record;
  dropped_from text;
  busy text;
begin
  if not pg_try_advisory_xact_lock(hashtext('laurel.keep_partitions')) then
    return;
  end if;
  for each in
    select distinct of_table, moment::date as day, of_table || to_char(moment, suffix) as partition_name
    from (values
      ('score_events', 'month', '_YYYY_MM'),
      ('player_daily_stats', 'month', '_YYYY_MM'),
      ('player_monthly_stats', 'year', '_YYYY')) as tables (of_table, unit, suffix)
    cross join (
      select now() at time zone 'UTC' as base
      union all
      select complete_up_to at time zone 'UTC' from laurel.pipeline_freshness where table_name = 'player_daily_stats') as bases
    cross join generate_series(0, 2) as step
    cross join lateral (select date_trunc(unit, base) + step * ('1 ' || unit)::interval as moment) as moments
    where isfinite(base)
    order by partition_name
  loop
    if to_regclass('laurel.' || each.partition_name) is null then
      begin
        perform laurel.prepare_partition(each.of_table, each.day);
        if to_regclass('laurel.' || each.partition_name) is not null then
          what := 'made';
          name := each.partition_name;
          return next;
        end if;
      exception when lock_not_available then
        null;
      end;
    end if;
  end loop;
  begin
    delete from laurel.game_daily_stats where day < laurel.kept_from('game_daily_stats');
    delete from laurel.platform_daily_stats where day < laurel.kept_from('platform_daily_stats');
    delete from laurel.achievement_stats where period = 'daily' and period_start < laurel.kept_from('achievement_stats');
    delete from laurel.leaderboard_finals
    where period in ('daily', 'weekly') and period_start < laurel.kept_from('leaderboard_finals');
  exception when lock_not_available then
    null;
  end;
  for each in
    select parent.relname as of_table, child.relname as partition_name
    from pg_inherits
    join pg_class as child on child.oid = inhrelid
    join pg_class as parent on parent.oid = inhparent
    where parent.relnamespace = 'laurel'::regnamespace and parent.relname in ('score_events', 'player_daily_stats')
      and child.relname < parent.relname || to_char(greatest(laurel.kept_from(parent.relname), date '0001-01-01'), '_YYYY_MM')
    order by child.relname
  loop
    exit when each.of_table <> dropped_from;
    continue when each.of_table = busy;
    begin
      execute format('drop table laurel.%I', each.partition_name);
      dropped_from := each.of_table;
      what := 'dropped';
      name := each.partition_name;
      return next;
    exception when lock_not_available then
      busy := each.of_table;
    end;
  end loop;
end
$$;
comment on function laurel.keep_partitions() is
  'Makes the partitions of this period and the next two, by the clock and by the watermark, and lets go what is no longer kept. Returns what it made and dropped. Does nothing while another session runs it. Run it by itself, not inside a longer transaction.';
revoke all on function laurel.keep_partitions() from public;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select, insert, update on
  laurel.player_achievements, laurel.player_daily_stats, laurel.player_monthly_stats, laurel.game_daily_stats,
  laurel.game_monthly_stats, laurel.platform_daily_stats, laurel.platform_monthly_stats, laurel.achievement_stats,
  laurel.log_daily_counts, laurel.pipeline_progress
  to laurel_job;
grant select on laurel.pipeline_freshness to laurel_job;
grant execute on function laurel.prepare_partition(text, date) to laurel_job;
grant execute on function laurel.keep_partitions() to laurel_api;
grant select on
  laurel.player_achievements, laurel.player_daily_stats, laurel.player_monthly_stats, laurel.game_daily_stats,
  laurel.game_monthly_stats, laurel.platform_daily_stats, laurel.platform_monthly_stats, laurel.achievement_stats,
  laurel.log_daily_counts, laurel.pipeline_progress, laurel.pipeline_freshness
  to laurel_api, laurel_analyst;
