-- Ranks over time: what rank a player had when, and the best that was recorded.
-- Writer: record_ranks(), which the API calls. Readers: the API as laurel_api, analysts as laurel_analyst.
-- Of every all-time board for everyone, once a day (UTC) whoever has another rank than when it was recorded last, and once
-- an hour whoever of its first hundred has. So a player's rank at a moment is that of the newest row before it. "Rank" is
-- the place on the board then, times are those of the database's clock: ranks as they were shown.
-- A great board is recorded in slices of 50,000 places, each a transaction of its own: one of minutes would keep from the
-- counts of ranks, which change with every write, what they need to stay small. Whoever passes meanwhile from the part that is
-- still to come to the one that is done is in no slice. So all whose rows have been written since are noted with the last
-- slice, and looked at again one batch after another: by their names, which stay, however often they score until then.

create table laurel.rank_history (
  board text collate "C" not null,
  player_id text collate "C" not null,
  recorded_at timestamptz not null,
  rank bigint not null,
  score bigint not null,
  total bigint not null,
  constraint rank_history_pkey primary key (board, player_id, recorded_at),
  constraint rank_history_rank_check check (rank between 1 and total)
)
partition by range (recorded_at);

comment on table laurel.rank_history is
  'Ranks over time on all-time boards for everyone. Grain: one player on one board at one recording at which their rank was not that of the recording before: once a day for everyone, once an hour for the first hundred of a board. Kept for 400 days by the clock; partitioned by month. Writer: record_ranks(). Readers: API, analysts.';
comment on column laurel.rank_history.board is 'Game; global for the board of all games.';
comment on column laurel.rank_history.player_id is 'Player.';
comment on column laurel.rank_history.recorded_at is 'When it was recorded, UTC, by the clock of the database.';
comment on column laurel.rank_history.rank is 'Place on the board, from 1.';
comment on column laurel.rank_history.score is 'Points on the board.';
comment on column laurel.rank_history.total is 'Players on the board, a count.';
comment on index laurel.rank_history_pkey is 'A player''s ranks on a board over time; the newest before a moment, read backwards.';

create table laurel.player_ranks (
  board text collate "C" not null,
  player_id text collate "C" not null,
  rank bigint not null,
  best_rank bigint not null,
  best_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint player_ranks_pkey primary key (board, player_id),
  constraint player_ranks_rank_check check (best_rank between 1 and rank)
)
with (fillfactor = 70);

comment on table laurel.player_ranks is
  'The rank recorded last and the best one ever. Grain: one player on one all-time board for everyone. Writer: record_ranks(). Readers: API, analysts.';
comment on column laurel.player_ranks.board is 'Game; global for the board of all games.';
comment on column laurel.player_ranks.player_id is 'Player.';
comment on column laurel.player_ranks.rank is 'Rank when it was recorded last.';
comment on column laurel.player_ranks.best_rank is 'The least rank that was ever recorded.';
comment on column laurel.player_ranks.best_at is 'When that was recorded first, UTC, by the clock of the database.';
comment on column laurel.player_ranks.recorded_at is 'When the rank was recorded last because it was another, UTC, by the clock of the database.';
comment on index laurel.player_ranks_pkey is 'One player on one board.';

create table laurel.rank_records (
  board text collate "C" not null,
  everyone_at timestamptz,
  begun_at timestamptz,
  last_neg_score bigint not null default -9223372036854775808,
  last_reached_at timestamptz not null default '-infinity',
  last_player_id text collate "C" not null default '',
  passed_at timestamptz,
  first_at timestamptz,
  first_version bigint,
  constraint rank_records_pkey primary key (board)
)
with (fillfactor = 50);

comment on table laurel.rank_records is
  'How far ranks of a board are recorded. Grain: one all-time board for everyone. Writer: record_ranks(). Readers: API, analysts.';
comment on column laurel.rank_records.board is 'Game; global for the board of all games.';
comment on column laurel.rank_records.everyone_at is 'When the last recording of all its players began, UTC, by the clock of the database; null before the first.';
comment on column laurel.rank_records.begun_at is 'When the one began that is under way, UTC, by the clock of the database; null while none is.';
comment on column laurel.rank_records.last_neg_score is 'Place up to which it has got: 0 - score.';
comment on column laurel.rank_records.last_reached_at is 'Place up to which it has got: when the score was reached, event time, UTC.';
comment on column laurel.rank_records.last_player_id is 'Place up to which it has got: the player.';
comment on column laurel.rank_records.passed_at is 'When it had got through all places, UTC, by the clock of the database; null until then.';
comment on column laurel.rank_records.first_at is 'When the first hundred were recorded, UTC, by the clock of the database; null if never.';
comment on column laurel.rank_records.first_version is 'Version of the top then.';
comment on index laurel.rank_records_pkey is 'One board.';

create table laurel.rank_revisits (
  board text collate "C" not null,
  player_id text collate "C" not null,
  constraint rank_revisits_pkey primary key (board, player_id)
);

comment on table laurel.rank_revisits is
  'Whose rows were written while ranks of a board were recorded in slices, and who are still to be looked at again. Grain: one player on one all-time board for everyone. Writer: record_ranks(). Readers: API, analysts.';
comment on column laurel.rank_revisits.board is 'Game; global for the board of all games.';
comment on column laurel.rank_revisits.player_id is 'Player.';
comment on index laurel.rank_revisits_pkey is 'The next of a board.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Recording

-- Partitions are made beside the table and attached, which keeps no reader waiting. To drop one is to keep them all waiting
-- until the transaction ends: so it is a call of its own, and like the rest gives way after half a second.
create function laurel.keep_rank_history() returns text
language plpgsql
set search_path = pg_catalog, pg_temp
set lock_timeout = '500ms'
as $$
declare
  this_month constant timestamp := date_trunc('month', now() at time zone 'UTC');
  each_month timestamp;
  part text;
begin
  foreach each_month in array array[this_month, this_month + interval '1 month'] loop
    part := to_char(each_month, '"rank_history_"YYYY_MM');
    continue when to_regclass('laurel.' || part) is not null;
    begin
      lock table only laurel.rank_history in share update exclusive mode;
      execute format('create table laurel.%I (like laurel.rank_history including all)', part);
      execute format(
        'comment on table laurel.%I is %L', part, 'Rows of ' || to_char(each_month, 'YYYY-MM') || ', UTC: a partition of rank_history.');
      execute format(
        'alter table laurel.rank_history attach partition laurel.%I for values from (%L) to (%L)',
        part, to_char(each_month, 'YYYY-MM-DD"T00:00:00Z"'), to_char(each_month + interval '1 month', 'YYYY-MM-DD"T00:00:00Z"'));
    exception when lock_not_available then
      null;
    end;
  end loop;
  select child.relname into part
  from pg_inherits join pg_class as child on child.oid = inhrelid
  where inhparent = 'laurel.rank_history'::regclass
    and child.relname < to_char((now() at time zone 'UTC') - interval '400 days', '"rank_history_"YYYY_MM')
  order by child.relname limit 1;
  if found then
    begin
      execute format('drop table laurel.%I', part);
      return part;
    exception when lock_not_available then
      null;
    end;
  end if;
  return null;
end
$$;
comment on function laurel.keep_rank_history() is
  'Makes the partitions of rank_history for this month and the next, and drops the oldest one of which every row is older than 400 days. Returns its name; null where there is none, or somebody is at it.';
revoke all on function laurel.keep_rank_history() from public;

create function laurel.record_moved(of_board text, placed text) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  recorded bigint;
begin
  execute format(
    $sql$
      with placed as materialized (%s),
      moved as (
        select placed.* from placed
        left join laurel.player_ranks as known on known.board = $1 and known.player_id = placed.player_id
        where known.rank is distinct from placed.rank),
      history as (
        insert into laurel.rank_history (board, player_id, recorded_at, rank, score, total)
        select $1, player_id, now(), rank, score, (select laurel.places_on($1, '*')) from moved
        on conflict do nothing)
      insert into laurel.player_ranks as known (board, player_id, rank, best_rank, best_at, recorded_at)
      select $1, player_id, rank, rank, now(), now() from moved
      on conflict (board, player_id) do update set
        rank = excluded.rank,
        best_rank = least(known.best_rank, excluded.rank),
        best_at = case when excluded.rank < known.best_rank then excluded.best_at else known.best_at end,
        recorded_at = excluded.recorded_at
    $sql$,
    placed)
  using of_board;
  get diagnostics recorded = row_count;
  return recorded;
end
$$;
comment on function laurel.record_moved(text, text) is
  'Records the ranks that a query of player_id, score and rank on a board gives, as far as they are not those recorded last. Returns how many there were.';
revoke all on function laurel.record_moved(text, text) from public;

create function laurel.record_first(of_board text) returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
  select laurel.record_moved(of_board, format(
    'select player_id, -neg_score as score, row_number() over (order by neg_score, reached_at, player_id) as rank
     from (select neg_score, reached_at, player_id from %s order by neg_score, reached_at, player_id limit 100) as standing',
    laurel.standings_of(of_board, '*')))
$$;
comment on function laurel.record_first(text) is 'Records the first hundred of a board whose rank is another. Returns how many there were.';
revoke all on function laurel.record_first(text) from public;

create function laurel.record_slice(under_way laurel.rank_records) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  next_neg_score bigint;
  next_reached_at timestamptz;
  next_player_id text;
  of_slice text := format(
    'select neg_score, reached_at, player_id from %s and (neg_score, reached_at, player_id) > (%L::bigint, %L::timestamptz, %L collate "C")',
    laurel.standings_of(under_way.board, '*'), under_way.last_neg_score, under_way.last_reached_at, under_way.last_player_id);
  is_last boolean;
  moved bigint;
begin
  execute of_slice || ' order by neg_score, reached_at, player_id limit 1 offset 49999'
  into next_neg_score, next_reached_at, next_player_id;
  is_last := next_player_id is null;
  if not is_last then
    of_slice := of_slice || format(
      ' and (neg_score, reached_at, player_id) <= (%L::bigint, %L::timestamptz, %L collate "C")',
      next_neg_score, next_reached_at, next_player_id);
  end if;
  moved := laurel.record_moved(under_way.board, format(
    'with slice as materialized (%s)
     select player_id, -neg_score as score, before + row_number() over (order by neg_score, reached_at, player_id) as rank
     from (
       select laurel.places_before(%L, ''*'', neg_score, reached_at, player_id) as before
       from slice order by neg_score, reached_at, player_id limit 1) as first
     cross join slice',
    of_slice, under_way.board));
  update laurel.rank_records set
    last_neg_score = coalesce(next_neg_score, last_neg_score),
    last_reached_at = coalesce(next_reached_at, last_reached_at),
    last_player_id = coalesce(next_player_id, ''),
    passed_at = case when is_last then clock_timestamp() end
  where board = under_way.board;
  if is_last and under_way.last_neg_score = -9223372036854775808 then
    perform laurel.end_record(under_way.board);
  elsif is_last then
    execute format(
      'insert into laurel.rank_revisits (board, player_id) select %L, player_id from %s and updated_at >= %L::timestamptz',
      under_way.board, laurel.standings_of(under_way.board, '*'), under_way.begun_at - interval '1 minute');
  end if;
  return moved;
end
$$;
comment on function laurel.record_slice(laurel.rank_records) is
  'Records the next 50,000 places of a board; after the last ones, notes who is to be looked at again: whose rows were written since a minute before it began, as a transaction that began earlier may have committed since. Returns how many had another rank.';
revoke all on function laurel.record_slice(laurel.rank_records) from public;

create function laurel.record_revisits(of_board text) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  moved bigint;
begin
  moved := laurel.record_moved(of_board, format(
    'select player_id, -neg_score as score, laurel.places_before(%1$L, ''*'', neg_score, reached_at, player_id) + 1 as rank
     from %2$s and player_id in (select player_id from laurel.rank_revisits where board = %1$L order by player_id limit 5000)',
    of_board, laurel.standings_of(of_board, '*')));
  delete from laurel.rank_revisits
  where board = of_board
    and player_id in (select player_id from laurel.rank_revisits where board = of_board order by player_id limit 5000);
  if not exists (select from laurel.rank_revisits where board = of_board) then
    perform laurel.end_record(of_board);
  end if;
  return moved;
end
$$;
comment on function laurel.record_revisits(text) is
  'Records the next 5,000 players of a board whose rows were written while it was recorded. Returns how many had another rank.';
revoke all on function laurel.record_revisits(text) from public;

create function laurel.end_record(of_board text) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  update laurel.rank_records set
    everyone_at = begun_at,
    begun_at = null,
    last_neg_score = default,
    last_reached_at = default,
    last_player_id = default,
    passed_at = null
  where board = of_board
$$;
comment on function laurel.end_record(text) is 'Says that all players of a board are recorded.';
revoke all on function laurel.end_record(text) from public;

create function laurel.record_ranks() returns text
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  under_way laurel.rank_records;
  due record;
  dropped text;
begin
  if not pg_try_advisory_xact_lock(hashtext('laurel.record_ranks')) then
    return null;
  end if;
  dropped := laurel.keep_rank_history();
  if dropped is not null then
    return 'dropped ' || dropped;
  elsif to_regclass(to_char(now() at time zone 'UTC', '"laurel.rank_history_"YYYY_MM')) is null then
    return null;
  end if;
  select * into under_way from laurel.rank_records where begun_at is not null order by board limit 1;
  if under_way.passed_at is not null then
    return format('%s ranks of %s, written meanwhile', laurel.record_revisits(under_way.board), under_way.board);
  elsif under_way.board is not null then
    return format('%s ranks of %s', laurel.record_slice(under_way), under_way.board);
  end if;
  select top.game_id as board, top.version,
    recorded.everyone_at is null or recorded.everyone_at < date_trunc('day', now(), 'UTC') as is_of_everyone
  into due
  from laurel.leaderboard_tops as top
  left join laurel.rank_records as recorded on recorded.board = top.game_id
  where top.period = 'all-time' and top.region = '*'
    and (top.total < 2048 or exists (select from laurel.rank_groups as laid where laid.board = top.game_id and laid.region = '*'))
    and (recorded.everyone_at is null
      or recorded.everyone_at < date_trunc('day', now(), 'UTC')
      or recorded.first_at < date_trunc('hour', now()) and recorded.first_version <> top.version)
  order by top.game_id limit 1;
  if not found then
    return null;
  end if;
  insert into laurel.rank_records as recorded (board, begun_at, first_at, first_version)
  values (due.board, case when due.is_of_everyone then now() end, now(), due.version)
  on conflict (board) do update set
    begun_at = excluded.begun_at,
    first_at = excluded.first_at,
    first_version = excluded.first_version;
  return format('%s of the first of %s', laurel.record_first(due.board), due.board);
end
$$;
comment on function laurel.record_ranks() is
  'Records the next ranks that are due and says how many had changed; null when none are due, or while another session is at it or keeps their partition from being made. Great boards wait for their ranges. To be called again and again, each time in a transaction of its own.';
revoke all on function laurel.record_ranks() from public;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select on laurel.rank_history, laurel.player_ranks, laurel.rank_records, laurel.rank_revisits to laurel_api, laurel_analyst;
grant execute on function laurel.record_ranks() to laurel_api;
