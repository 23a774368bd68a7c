-- The standings of boards whose period is over: what a day, a week or a month ended with.
-- Writer: the job, as laurel_job. Readers: the API as laurel_api, analysts as laurel_analyst.
-- A board closes when the job's watermark is an hour past the end of its period. Its standing then is revision 1; what
-- comes later makes further revisions, of which the newest is kept beside the first. Writes are idempotent upserts that
-- keep the greatest version, as everywhere.

create table laurel.leaderboard_finals (
  scope text not null,
  game_id text collate "C" not null,
  region text collate "C" not null,
  period text not null,
  period_start date not null,
  edition text not null,
  revision integer not null,
  version bigint not null,
  published_at timestamptz not null,
  as_of timestamptz,
  total bigint not null,
  entries json not null,
  updated_at timestamptz not null default now(),
  constraint leaderboard_finals_pkey primary key (scope, game_id, region, period, period_start, edition),
  constraint leaderboard_finals_scope_check check ((scope = 'global') = (game_id = 'global') and scope in ('global', 'game')),
  constraint leaderboard_finals_game_id_check check (char_length(game_id) between 1 and 128 and game_id <> '_none'),
  constraint leaderboard_finals_region_check check (region = '*' or region ~ '^[A-Za-z0-9-]{2,10}$'),
  constraint leaderboard_finals_period_check check (
    case period
      when 'daily' then true
      when 'weekly' then extract(isodow from period_start) = 1
      when 'monthly' then extract(day from period_start) = 1
      else false
    end),
  constraint leaderboard_finals_edition_check check (
    (edition = 'first' and revision = 1) or (edition = 'latest' and revision > 1)),
  constraint leaderboard_finals_version_check check (version between 1 and 9007199254740991),
  constraint leaderboard_finals_entries_check check (json_typeof(entries) = 'array'),
  constraint leaderboard_finals_total_check check (total >= json_array_length(entries))
)
with (fillfactor = 90);

comment on table laurel.leaderboard_finals is
  'What closed boards ended with. Grain: one edition of one board: its first revision, and the newest later one where there is one. Days and weeks are kept for 400 days before the watermark, months for ever. Writer: job. Readers: API, analysts (a row an entry: leaderboard_final_entries).';
comment on column laurel.leaderboard_finals.scope is 'global: all games together; game: one game.';
comment on column laurel.leaderboard_finals.game_id is 'Game; global for the board of all games.';
comment on column laurel.leaderboard_finals.region is 'Region; * for everyone.';
comment on column laurel.leaderboard_finals.period is 'daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column laurel.leaderboard_finals.period_start is 'First day of the period, UTC.';
comment on column laurel.leaderboard_finals.edition is 'first: revision 1, as the board closed; latest: the newest revision after it.';
comment on column laurel.leaderboard_finals.revision is 'Which standing this is, from 1, counted by board.';
comment on column laurel.leaderboard_finals.version is
  'Version of the standing: rises with every revision and across restarts; the greatest wins. Of a board''s two editions the greater is what holds.';
comment on column laurel.leaderboard_finals.published_at is 'When this revision was published, UTC, by the clock of the job.';
comment on column laurel.leaderboard_finals.as_of is
  'Event time up to which the log had been read, UTC; null where that was not known, as just after a restart.';
comment on column laurel.leaderboard_finals.total is 'Players on the board, a count.';
comment on column laurel.leaderboard_finals.entries is
  'The first entries in rank order: a JSON array of {rank, playerId, score, reachedAt, region}; reachedAt in RFC 3339, UTC; region is the one that counts on this board. Names stand in players: a new name is no new standing.';
comment on column laurel.leaderboard_finals.updated_at is 'When the row was last written, UTC, by the clock of the database.';

comment on index laurel.leaderboard_finals_pkey is
  'What one board ended with, both editions; also the seasons of a board, newest first, read backwards.';
create index leaderboard_finals_forget_idx on laurel.leaderboard_finals (period_start) where period in ('daily', 'weekly');
comment on index laurel.leaderboard_finals_forget_idx is
  'Days and weeks that are no longer kept, oldest first: whoever deletes them reads nothing else.';
create index leaderboard_finals_updated_at_idx on laurel.leaderboard_finals (updated_at);
comment on index laurel.leaderboard_finals_updated_at_idx is 'What changed since: incremental reads by analysts.';

create view laurel.leaderboard_final_entries with (security_invoker = true) as
select
  final.scope,
  final.game_id,
  final.region as board_region,
  final.period,
  final.period_start,
  entry.rank,
  entry."playerId" as player_id,
  player.username,
  entry.region,
  entry.score,
  entry."reachedAt" as reached_at,
  final.revision,
  final.version,
  final.updated_at
from laurel.leaderboard_finals as final
cross join lateral json_to_recordset(final.entries) as entry (
  rank integer, "playerId" text, region text, score bigint, "reachedAt" timestamptz)
left join laurel.players as player on player.player_id = entry."playerId"
where not exists (
  select from laurel.leaderboard_finals as newer
  where newer.scope = final.scope and newer.game_id = final.game_id and newer.region = final.region
    and newer.period = final.period and newer.period_start = final.period_start and newer.version > final.version);

comment on view laurel.leaderboard_final_entries is
  'The standings that hold: of every closed board the newest revision. Grain: one entry of one closed board''s top.';
comment on column laurel.leaderboard_final_entries.scope is 'global: all games together; game: one game.';
comment on column laurel.leaderboard_final_entries.game_id is 'Game; global for the board of all games.';
comment on column laurel.leaderboard_final_entries.board_region is 'Region of the board; * for everyone.';
comment on column laurel.leaderboard_final_entries.period is 'daily, weekly (ISO) or monthly, by event time, UTC.';
comment on column laurel.leaderboard_final_entries.period_start is 'First day of the period, UTC.';
comment on column laurel.leaderboard_final_entries.rank is 'Place on the board, from 1, without gaps.';
comment on column laurel.leaderboard_final_entries.player_id is 'Player.';
comment on column laurel.leaderboard_final_entries.username is 'Name shown to people now; null until a profile names the player.';
comment on column laurel.leaderboard_final_entries.region is 'Region of the player when the period ended; null where no profile had given one.';
comment on column laurel.leaderboard_final_entries.score is 'Points on this board.';
comment on column laurel.leaderboard_final_entries.reached_at is 'When the score was reached, event time, UTC.';
comment on column laurel.leaderboard_final_entries.revision is 'The revision shown: the newest of the board.';
comment on column laurel.leaderboard_final_entries.version is 'Version of that revision.';
comment on column laurel.leaderboard_final_entries.updated_at is 'When the row of that revision was last written, UTC.';

-- The live tops of a period stay where they are when it is over: readers of what is open must not read all of them.
create index leaderboard_tops_period_idx on laurel.leaderboard_tops (period, period_start);
comment on index laurel.leaderboard_tops_period_idx is
  'Live tops of the periods that are open, for who starts; also those that are over, oldest first, for who deletes them.';

grant select, insert, update on laurel.leaderboard_finals to laurel_job;
grant select on laurel.leaderboard_finals, laurel.leaderboard_final_entries to laurel_api, laurel_analyst;
