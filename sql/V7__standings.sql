-- Standings in the one rank order, of everyone and of each region, and names for what a reader saw of them.
-- Writer: the job, as laurel_job. Readers: the API as laurel_api, analysts as laurel_analyst.
-- The rank order is score descending, then when the score was reached, then the player's id in byte order. With the score
-- negated all three ascend, so that one comparison of rows is one range of an index.

-- ---------------------------------------------------------------------------------------------------------------------
-- Keys in rank order

alter table laurel.players
  add column neg_score bigint generated always as (-score) stored;
comment on column laurel.players.neg_score is '0 - score: ascends in rank order.';

alter table laurel.player_scores
  add column region text collate "C",
  add column neg_score bigint generated always as (-score) stored,
  add constraint player_scores_region_check check (region ~ '^[A-Za-z0-9-]{2,10}$');
comment on column laurel.player_scores.region is 'Region of the player''s newest profile, as in players; null until a profile gives one.';
comment on column laurel.player_scores.neg_score is '0 - score: ascends in rank order.';

update laurel.player_scores as scored set region = player.region
from laurel.players as player
where player.player_id = scored.player_id and player.region is not null;

drop index laurel.players_board_idx;
create index players_board_idx on laurel.players (neg_score, reached_at, player_id)
  where reached_at is not null and not is_excluded;
comment on index laurel.players_board_idx is 'Pages and ranks of the global all-time board, in rank order.';
create index players_region_board_idx on laurel.players (region, neg_score, reached_at, player_id)
  where reached_at is not null and not is_excluded and region is not null;
comment on index laurel.players_region_board_idx is 'Pages and ranks of a region''s global all-time board, in rank order.';

drop index laurel.player_scores_board_idx;
create index player_scores_board_idx on laurel.player_scores (game_id, neg_score, reached_at, player_id)
  where reached_at is not null and not is_excluded;
comment on index laurel.player_scores_board_idx is 'Pages and ranks of a game''s all-time board, in rank order.';
create index player_scores_region_board_idx on laurel.player_scores (game_id, region, neg_score, reached_at, player_id)
  where reached_at is not null and not is_excluded and region is not null;
comment on index laurel.player_scores_region_board_idx is 'Pages and ranks of a region''s all-time board of a game, in rank order.';

-- Every row that a board holds is new to its index when its score rises, and its old entry stays until a vacuum: of ten
-- million players half a million may wait for one, not two.
alter table laurel.players set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
alter table laurel.player_scores set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- ---------------------------------------------------------------------------------------------------------------------
-- Regions of players over time

create table laurel.player_regions (
  player_id text collate "C" not null,
  day date not null,
  region text collate "C" not null,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint player_regions_pkey primary key (player_id, day),
  constraint player_regions_player_id_check check (char_length(player_id) between 1 and 128),
  constraint player_regions_region_check check (region ~ '^[A-Za-z0-9-]{2,10}$'),
  constraint player_regions_version_check check (version > 0)
);

comment on table laurel.player_regions is
  'Which region a player''s profiles named when: on the board of a period a player stands in the region of the newest day before its end. Grain: one player and day (event time, UTC) with a profile. Kept for ever. Writer: job. Readers: API, analysts.';
comment on column laurel.player_regions.player_id is 'Player.';
comment on column laurel.player_regions.day is 'Day of the profile, event time, UTC.';
comment on column laurel.player_regions.region is 'Region that the last profile of the day named.';
comment on column laurel.player_regions.version is 'How many changes of this player the ledger had made when it wrote the row; the greatest wins.';
comment on column laurel.player_regions.updated_at is 'When the row was last written, UTC, by the clock of the database.';
comment on index laurel.player_regions_pkey is 'The region of a player at the end of a period: the newest day before, read backwards.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Names of what was seen

create table laurel.standings_versions (
  table_name text collate "C" not null,
  version bigint not null,
  updated_at timestamptz not null default now(),
  constraint standings_versions_pkey primary key (table_name),
  constraint standings_versions_version_check check (version > 0)
)
with (fillfactor = 10);

comment on table laurel.standings_versions is
  'A number for every state of the tables that boards are read from: it rises with every transaction that writes the table, in the order in which they commit, so read in the same statement it names what the reader sees, and so does the sum over several tables. Grain: one table. Writer: triggers of these tables. Readers: API, analysts.';
comment on column laurel.standings_versions.table_name is 'Table of the schema laurel.';
comment on column laurel.standings_versions.version is 'Rises with every transaction that writes the table, and across restarts: microseconds since 1970 by the clock of the database, or one more than before where that is greater. A sum of three is below 2^53 until 2065.';
comment on column laurel.standings_versions.updated_at is 'When the last of them began, UTC, by the clock of the database.';
comment on index laurel.standings_versions_pkey is 'The version of one table.';

create function laurel.version_after(version bigint) returns bigint
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  select greatest(version + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint)
$$;
comment on function laurel.version_after(bigint) is
  'The version that follows another one: the time, so that a table that is made anew goes on above the old one, but always a greater one.';
revoke all on function laurel.version_after(bigint) from public;

insert into laurel.standings_versions (table_name, version)
select table_name, laurel.version_after(0)
from unnest(array['players', 'player_scores', 'player_regions', 'player_daily_stats', 'player_monthly_stats']) as table_name;

create function laurel.name_version() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update laurel.standings_versions set version = laurel.version_after(version), updated_at = now() where table_name = tg_table_name;
  return null;
end
$$;
comment on function laurel.name_version() is
  'Gives what a statement wrote the next version of its table. Writers of one table take turns from here to their commit, which is their last step.';
revoke all on function laurel.name_version() from public;

create trigger name_version after insert or update or delete or truncate on laurel.player_regions
  for each statement execute function laurel.name_version();
create trigger name_version after insert or update or delete or truncate on laurel.player_daily_stats
  for each statement execute function laurel.name_version();
create trigger name_version after insert or update or delete or truncate on laurel.player_monthly_stats
  for each statement execute function laurel.name_version();

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select, insert, update on laurel.player_regions to laurel_job;
grant select on laurel.player_regions, laurel.standings_versions to laurel_api, laurel_analyst;
