-- Ranks at any depth at the price of a rank at the top: how many players stand in each range of about a thousand places of
-- a board, and in each group of up to 128 such ranges. A rank is the sum of the groups before, of the ranges before in its
-- group, and a count inside its range, from the index alone.
-- Writer: triggers of players and player_scores, in the statement that writes the scores, so that counts and scores are
-- always of one snapshot; keep_ranks() cuts ranges that have grown. Readers: the API as laurel_api, analysts as laurel_analyst.
--
-- Whoever changes counts or ranges first takes the row of the table in standings_versions and keeps it to the commit: one
-- at a time, each with all that the one before has done in sight. So ranges may be cut while scores are written, and no
-- two wait for each other. A range splits by the whole rank order, not by score, so players with the same score fill as
-- many ranges as there have to be.

create table laurel.rank_groups (
  group_id bigint generated always as identity,
  board text collate "C" not null,
  region text collate "C" not null,
  neg_score bigint not null,
  reached_at timestamptz not null,
  player_id text collate "C" not null,
  players bigint not null,
  constraint rank_groups_pkey primary key (group_id),
  constraint rank_groups_first_key unique (board, region, neg_score, reached_at, player_id)
)
with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

comment on table laurel.rank_groups is
  'How many players stand in each group of neighbouring ranges of a board. Grain: one group. Boards of fewer than 2,048 players have none. Writer: triggers of players and player_scores, keep_ranks(). Readers: API, analysts.';
comment on column laurel.rank_groups.group_id is 'Group.';
comment on column laurel.rank_groups.board is 'Game; global for the board of all games; _none for actions without a game.';
comment on column laurel.rank_groups.region is 'Region of the board; * for everyone.';
comment on column laurel.rank_groups.neg_score is 'First place that belongs to it: 0 - score; the least number there is in the first group.';
comment on column laurel.rank_groups.reached_at is 'First place that belongs to it: when the score was reached, event time, UTC.';
comment on column laurel.rank_groups.player_id is 'First place that belongs to it: the player.';
comment on column laurel.rank_groups.players is 'Players between this place and the next group''s first, a count.';
comment on index laurel.rank_groups_pkey is 'One group, whose count changes.';
comment on index laurel.rank_groups_first_key is 'The groups of a board in rank order.';

create table laurel.rank_ranges (
  board text collate "C" not null,
  region text collate "C" not null,
  neg_score bigint not null,
  reached_at timestamptz not null,
  player_id text collate "C" not null,
  group_id bigint not null,
  players bigint not null,
  counted_at timestamptz not null default now(),
  constraint rank_ranges_pkey primary key (board, region, neg_score, reached_at, player_id),
  constraint rank_ranges_group_fkey foreign key (group_id) references laurel.rank_groups
)
with (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.2, autovacuum_vacuum_threshold = 1000);

comment on table laurel.rank_ranges is
  'How many players stand in each range of a board. Grain: one range, of about a thousand places. Writer: triggers of players and player_scores, keep_ranks(). Readers: API, analysts.';
comment on column laurel.rank_ranges.board is 'Game; global for the board of all games; _none for actions without a game.';
comment on column laurel.rank_ranges.region is 'Region of the board; * for everyone.';
comment on column laurel.rank_ranges.neg_score is 'First place that belongs to it: 0 - score; the least number there is in the first range.';
comment on column laurel.rank_ranges.reached_at is 'First place that belongs to it: when the score was reached, event time, UTC.';
comment on column laurel.rank_ranges.player_id is 'First place that belongs to it: the player.';
comment on column laurel.rank_ranges.group_id is 'The group that it belongs to.';
comment on column laurel.rank_ranges.players is 'Players between this place and the next range''s first, a count.';
comment on column laurel.rank_ranges.counted_at is 'When these players were counted one by one last, or the range was made, UTC, by the clock of the database.';
comment on index laurel.rank_ranges_pkey is 'The range that holds a place, read backwards; the ranges of a group in rank order.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Keeping the counts

-- What did not move cancels out before any range is looked for. The text is put together by table and kind of statement,
-- since the rows of a statement have other names in each; it is planned once a statement, of thousands of rows.
create function laurel.count_ranks() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  moved_in constant text := format(
    'select %s as board, region, neg_score, reached_at, player_id, 1 as change from new_rows where reached_at is not null and not is_excluded',
    case tg_table_name when 'players' then '''global'' collate "C"' else 'game_id' end);
  moved_out constant text := replace(replace(moved_in, '1 as change', '-1 as change'), 'new_rows', 'old_rows');
begin
  update laurel.standings_versions set version = laurel.version_after(version), updated_at = now() where table_name = tg_table_name;
  execute format(
    $sql$
      with moved as (%s),
      net as (
        select board, region, neg_score, reached_at, player_id, sum(change) as change
        from moved group by board, region, neg_score, reached_at, player_id having sum(change) <> 0),
      changed as (
        select range.board, range.region, range.neg_score, range.reached_at, range.player_id, range.group_id, sum(change) as change
        from net
        cross join lateral (values ('*' collate "C"), (net.region)) as on_board (region)
        cross join lateral (
          select held.* from laurel.rank_ranges as held
          where held.board = net.board and held.region = on_board.region
            and (held.neg_score, held.reached_at, held.player_id) <= (net.neg_score, net.reached_at, net.player_id)
          order by held.neg_score desc, held.reached_at desc, held.player_id desc limit 1) as range
        group by range.board, range.region, range.neg_score, range.reached_at, range.player_id, range.group_id
        having sum(change) <> 0),
      counted as (
        update laurel.rank_ranges as range set players = range.players + changed.change
        from changed
        where (range.board, range.region, range.neg_score, range.reached_at, range.player_id)
          = (changed.board, changed.region, changed.neg_score, changed.reached_at, changed.player_id))
      update laurel.rank_groups as ranges set players = ranges.players + changed.change
      from (select group_id, sum(change) as change from changed group by group_id having sum(change) <> 0) as changed
      where ranges.group_id = changed.group_id
    $sql$,
    case tg_op
      when 'INSERT' then moved_in
      when 'UPDATE' then moved_in || ' union all ' || moved_out
      when 'DELETE' then moved_out
    end);
  return null;
end
$$;
comment on function laurel.count_ranks() is
  'Gives what a statement wrote the next version of its table, and counts who came into and left which range. Writers of one table take turns from here to their commit, which is their last step.';
revoke all on function laurel.count_ranks() from public;

create function laurel.forget_ranks() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update laurel.standings_versions set version = laurel.version_after(version), updated_at = now() where table_name = tg_table_name;
  delete from laurel.rank_ranges where (board = 'global') = (tg_table_name = 'players');
  delete from laurel.rank_groups where (board = 'global') = (tg_table_name = 'players');
  return null;
end
$$;
comment on function laurel.forget_ranks() is 'Lets go of all ranges of boards whose table is emptied.';
revoke all on function laurel.forget_ranks() from public;

create trigger count_inserted after insert on laurel.players
  referencing new table as new_rows for each statement execute function laurel.count_ranks();
create trigger count_updated after update on laurel.players
  referencing old table as old_rows new table as new_rows for each statement execute function laurel.count_ranks();
create trigger count_deleted after delete on laurel.players
  referencing old table as old_rows for each statement execute function laurel.count_ranks();
create trigger forget_ranks after truncate on laurel.players
  for each statement execute function laurel.forget_ranks();
create trigger count_inserted after insert on laurel.player_scores
  referencing new table as new_rows for each statement execute function laurel.count_ranks();
create trigger count_updated after update on laurel.player_scores
  referencing old table as old_rows new table as new_rows for each statement execute function laurel.count_ranks();
create trigger count_deleted after delete on laurel.player_scores
  referencing old table as old_rows for each statement execute function laurel.count_ranks();
create trigger forget_ranks after truncate on laurel.player_scores
  for each statement execute function laurel.forget_ranks();

-- ---------------------------------------------------------------------------------------------------------------------
-- Reading ranks. Each function sees the snapshot of the statement that calls it, and its plans are made once a session,
-- for any board: what they read is always one range of one index. So each of the four indexes has a statement of its own.

create function laurel.count_places(
  of_board text, of_region text,
  from_neg_score bigint, from_reached_at timestamptz, from_player_id text,
  to_neg_score bigint, to_reached_at timestamptz, to_player_id text) returns bigint
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  if of_board = 'global' and of_region = '*' then
    return (
      select count(*) from laurel.players
      where reached_at is not null and not is_excluded
        and (neg_score, reached_at, player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
        and (neg_score, reached_at, player_id) < (to_neg_score, to_reached_at, to_player_id collate "C"));
  elsif of_board = 'global' then
    return (
      select count(*) from laurel.players
      where reached_at is not null and not is_excluded and region = of_region
        and (neg_score, reached_at, player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
        and (neg_score, reached_at, player_id) < (to_neg_score, to_reached_at, to_player_id collate "C"));
  elsif of_region = '*' then
    return (
      select count(*) from laurel.player_scores
      where reached_at is not null and not is_excluded and game_id = of_board
        and (neg_score, reached_at, player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
        and (neg_score, reached_at, player_id) < (to_neg_score, to_reached_at, to_player_id collate "C"));
  else
    return (
      select count(*) from laurel.player_scores
      where reached_at is not null and not is_excluded and game_id = of_board and region = of_region
        and (neg_score, reached_at, player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
        and (neg_score, reached_at, player_id) < (to_neg_score, to_reached_at, to_player_id collate "C"));
  end if;
end
$$;
comment on function laurel.count_places(text, text, bigint, timestamptz, text, bigint, timestamptz, text) is
  'Counts, one by one, who stands on an all-time board from one place on and before another.';

create function laurel.pass_places(
  of_board text, of_region text, from_neg_score bigint, from_reached_at timestamptz, from_player_id text, places bigint,
  out neg_score bigint, out reached_at timestamptz, out player_id text) returns record
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  if of_board = 'global' and of_region = '*' then
    select held.neg_score, held.reached_at, held.player_id into neg_score, reached_at, player_id
    from laurel.players as held
    where held.reached_at is not null and not is_excluded
      and (held.neg_score, held.reached_at, held.player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
    order by held.neg_score, held.reached_at, held.player_id limit 1 offset places;
  elsif of_board = 'global' then
    select held.neg_score, held.reached_at, held.player_id into neg_score, reached_at, player_id
    from laurel.players as held
    where held.reached_at is not null and not is_excluded and region = of_region
      and (held.neg_score, held.reached_at, held.player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
    order by held.neg_score, held.reached_at, held.player_id limit 1 offset places;
  elsif of_region = '*' then
    select held.neg_score, held.reached_at, held.player_id into neg_score, reached_at, player_id
    from laurel.player_scores as held
    where held.reached_at is not null and not is_excluded and game_id = of_board
      and (held.neg_score, held.reached_at, held.player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
    order by held.neg_score, held.reached_at, held.player_id limit 1 offset places;
  else
    select held.neg_score, held.reached_at, held.player_id into neg_score, reached_at, player_id
    from laurel.player_scores as held
    where held.reached_at is not null and not is_excluded and game_id = of_board and region = of_region
      and (held.neg_score, held.reached_at, held.player_id) >= (from_neg_score, from_reached_at, from_player_id collate "C")
    order by held.neg_score, held.reached_at, held.player_id limit 1 offset places;
  end if;
end
$$;
comment on function laurel.pass_places(text, text, bigint, timestamptz, text, bigint) is
  'Passes so many players of an all-time board, one by one, from a place on: who stands next, as the three parts of the rank order; null past the end.';

create function laurel.places_on(of_board text, of_region text) returns bigint
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  return coalesce(
    (select sum(players) from laurel.rank_groups where board = of_board and region = of_region),
    laurel.count_places(of_board, of_region, -9223372036854775808, '-infinity', '', 9223372036854775807, 'infinity', ''));
end
$$;
comment on function laurel.places_on(text, text) is 'How many players stand on the all-time board of a game (or global) in a region (or *).';

create function laurel.places_before(
  of_board text, of_region text, of_neg_score bigint, of_reached_at timestamptz, of_player_id text) returns bigint
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  in_group record;
  in_range record;
  before bigint;
begin
  select neg_score, reached_at, player_id into in_group
  from laurel.rank_groups
  where board = of_board and region = of_region
    and (neg_score, reached_at, player_id) <= (of_neg_score, of_reached_at, of_player_id collate "C")
  order by neg_score desc, reached_at desc, player_id desc limit 1;
  if not found then
    return laurel.count_places(
      of_board, of_region, -9223372036854775808, '-infinity', '', of_neg_score, of_reached_at, of_player_id);
  end if;
  select neg_score, reached_at, player_id into in_range
  from laurel.rank_ranges
  where board = of_board and region = of_region
    and (neg_score, reached_at, player_id) <= (of_neg_score, of_reached_at, of_player_id collate "C")
  order by neg_score desc, reached_at desc, player_id desc limit 1;
  select coalesce(sum(players), 0) into before
  from laurel.rank_groups
  where board = of_board and region = of_region
    and (neg_score, reached_at, player_id) < (in_group.neg_score, in_group.reached_at, in_group.player_id);
  select before + coalesce(sum(players), 0) into before
  from laurel.rank_ranges
  where board = of_board and region = of_region
    and (neg_score, reached_at, player_id) >= (in_group.neg_score, in_group.reached_at, in_group.player_id)
    and (neg_score, reached_at, player_id) < (in_range.neg_score, in_range.reached_at, in_range.player_id);
  return before + laurel.count_places(
    of_board, of_region, in_range.neg_score, in_range.reached_at, in_range.player_id, of_neg_score, of_reached_at, of_player_id);
end
$$;
comment on function laurel.places_before(text, text, bigint, timestamptz, text) is
  'How many players stand before a place of an all-time board: the rank of whoever stands there, less 1. The place need not be taken.';

create function laurel.place_at(
  of_board text, of_region text, place bigint,
  out neg_score bigint, out reached_at timestamptz, out player_id text) returns record
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  places_left bigint := place;
  each_one record;
  is_past_the_end boolean := false;
  first_neg_score bigint := -9223372036854775808;
  first_reached_at timestamptz := '-infinity';
  first_player_id text := '';
begin
  for each_one in
    select g.neg_score, g.reached_at, g.player_id, g.players from laurel.rank_groups as g
    where g.board = of_board and g.region = of_region
    order by g.neg_score, g.reached_at, g.player_id
  loop
    first_neg_score := each_one.neg_score;
    first_reached_at := each_one.reached_at;
    first_player_id := each_one.player_id;
    is_past_the_end := places_left >= each_one.players;
    exit when not is_past_the_end;
    places_left := places_left - each_one.players;
  end loop;
  if is_past_the_end then
    return;
  end if;
  for each_one in
    select r.neg_score, r.reached_at, r.player_id, r.players from laurel.rank_ranges as r
    where r.board = of_board and r.region = of_region
      and (r.neg_score, r.reached_at, r.player_id) >= (first_neg_score, first_reached_at, first_player_id collate "C")
    order by r.neg_score, r.reached_at, r.player_id
  loop
    first_neg_score := each_one.neg_score;
    first_reached_at := each_one.reached_at;
    first_player_id := each_one.player_id;
    exit when places_left < each_one.players;
    places_left := places_left - each_one.players;
  end loop;
  select passed.* into neg_score, reached_at, player_id
  from laurel.pass_places(of_board, of_region, first_neg_score, first_reached_at, first_player_id, places_left) as passed;
end
$$;
comment on function laurel.place_at(text, text, bigint) is
  'Who stands on an all-time board behind so many others, as the three parts of the rank order; null past the end.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Upkeep: ranges are laid when a board has grown to two of them, cut when three times as many players stand in one, and
-- joined when hardly anybody does; groups likewise, and empty ones go: where all scores rise, places end that nobody comes
-- back to. Whatever is not done yet makes ranks slower, never wrong. Counts go wrong only where
-- somebody writes past the triggers. So that this does not last, a call that finds nothing else to do counts one range,
-- each in its turn. No call does two things: the second might take the turn at another table, against the order of writers.

create function laurel.take_turn(on_board text) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  select from laurel.standings_versions
  where table_name = case on_board when 'global' then 'players' else 'player_scores' end
  for no key update
$$;
comment on function laurel.take_turn(text) is
  'Waits until nobody else changes the counts of the boards that are read from the same table, and keeps them out until the transaction ends.';
revoke all on function laurel.take_turn(text) from public;

create function laurel.standings_of(of_board text, of_region text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case of_board
      when 'global' then 'laurel.players where reached_at is not null and not is_excluded'
      else format('laurel.player_scores where reached_at is not null and not is_excluded and game_id = %L', of_board)
    end
    || case of_region when '*' then '' else format(' and region = %L', of_region) end
$$;
comment on function laurel.standings_of(text, text) is
  'Who stands on an all-time board of a game (or global) in a region (or *): what follows "from" in a query, as one of the four indexes of boards has it.';
revoke all on function laurel.standings_of(text, text) from public;

create function laurel.lay_board(of_board text, of_region text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  held bigint;
  first_group_id bigint;
begin
  perform laurel.take_turn(of_board);
  execute 'select count(*) from ' || laurel.standings_of(of_board, of_region) into held;
  insert into laurel.rank_groups (board, region, neg_score, reached_at, player_id, players)
  values (of_board, of_region, -9223372036854775808, '-infinity', '', held)
  returning group_id into first_group_id;
  insert into laurel.rank_ranges (board, region, neg_score, reached_at, player_id, group_id, players)
  values (of_board, of_region, -9223372036854775808, '-infinity', '', first_group_id, held);
end
$$;
comment on function laurel.lay_board(text, text) is 'Makes one range of a whole board, which has none.';
revoke all on function laurel.lay_board(text, text) from public;

create function laurel.end_of_range(
  of_range laurel.rank_ranges, out neg_score bigint, out reached_at timestamptz, out player_id text) returns record
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  select range.neg_score, range.reached_at, range.player_id into neg_score, reached_at, player_id
  from laurel.rank_ranges as range
  where range.board = of_range.board and range.region = of_range.region
    and (range.neg_score, range.reached_at, range.player_id) > (of_range.neg_score, of_range.reached_at, of_range.player_id)
  order by range.neg_score, range.reached_at, range.player_id limit 1;
  if not found then
    neg_score := 9223372036854775807;
    reached_at := 'infinity';
    player_id := '';
  end if;
end
$$;
comment on function laurel.end_of_range(laurel.rank_ranges) is
  'The first place that does not belong to a range any more: the first of the next one, or one past all.';
revoke all on function laurel.end_of_range(laurel.rank_ranges) from public;

create function laurel.recount_range(suspect laurel.rank_ranges) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  counted bigint;
begin
  perform laurel.take_turn(suspect.board);
  select held.* into suspect from laurel.rank_ranges as held
  where (board, region, neg_score, reached_at, player_id)
    = (suspect.board, suspect.region, suspect.neg_score, suspect.reached_at, suspect.player_id);
  if not found then
    return null;
  end if;
  select laurel.count_places(
    suspect.board, suspect.region, suspect.neg_score, suspect.reached_at, suspect.player_id,
    past.neg_score, past.reached_at, past.player_id)
  into counted
  from laurel.end_of_range(suspect) as past;
  update laurel.rank_ranges set players = counted, counted_at = clock_timestamp()
  where (board, region, neg_score, reached_at, player_id)
    = (suspect.board, suspect.region, suspect.neg_score, suspect.reached_at, suspect.player_id);
  update laurel.rank_groups as ranges set players = held.players
  from (
    select sum(players) as players from laurel.rank_ranges
    where board = suspect.board and region = suspect.region and group_id = suspect.group_id) as held
  where ranges.group_id = suspect.group_id and ranges.players <> held.players;
  if counted = suspect.players then
    return case when found then format('summed up a group of %s %s', suspect.board, suspect.region) end;
  end if;
  return format('counted %s instead of %s of %s %s', counted, suspect.players, suspect.board, suspect.region);
end
$$;
comment on function laurel.recount_range(laurel.rank_ranges) is
  'Counts, one by one, who stands in a range, and puts its count and its group''s right. Says what it found; null where they were right.';
revoke all on function laurel.recount_range(laurel.rank_ranges) from public;

-- At most 131,072 places are read, so that writers wait for a moment only; what is left of a greater range is the last
-- of its pieces, and is cut when its turn comes.
create function laurel.cut_range(whole laurel.rank_ranges) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  pieces bigint;
  last_cut record;
begin
  perform laurel.take_turn(whole.board);
  select held.* into whole from laurel.rank_ranges as held
  where (board, region, neg_score, reached_at, player_id)
    = (whole.board, whole.region, whole.neg_score, whole.reached_at, whole.player_id);
  if not found or whole.players < 2048 then
    return 'nothing to cut any more';
  end if;
  pieces := least(128, round(whole.players / 1024.0));
  select cut.* into last_cut
  from laurel.pass_places(
    whole.board, whole.region, whole.neg_score, whole.reached_at, whole.player_id, (pieces - 1) * 1024) as cut
  cross join laurel.end_of_range(whole) as past
  where (cut.neg_score, cut.reached_at, cut.player_id collate "C") < (past.neg_score, past.reached_at, past.player_id collate "C");
  if not found then
    return laurel.recount_range(whole);
  end if;
  execute format(
    $sql$
      insert into laurel.rank_ranges (board, region, neg_score, reached_at, player_id, group_id, players)
      select $1, $2, neg_score, reached_at, player_id, $6, case place when $7 then $8 - place else 1024 end
      from (
        select neg_score, reached_at, player_id, row_number() over (order by neg_score, reached_at, player_id) - 1 as place
        from %s
          and (neg_score, reached_at, player_id) >= ($3, $4, $5 collate "C")
          and (neg_score, reached_at, player_id) <= ($9, $10, $11 collate "C")) as placed
      where place > 0 and place %% 1024 = 0
    $sql$,
    laurel.standings_of(whole.board, whole.region))
  using whole.board, whole.region, whole.neg_score, whole.reached_at, whole.player_id, whole.group_id,
    (pieces - 1) * 1024, whole.players, last_cut.neg_score, last_cut.reached_at, last_cut.player_id;
  update laurel.rank_ranges set players = 1024
  where (board, region, neg_score, reached_at, player_id)
    = (whole.board, whole.region, whole.neg_score, whole.reached_at, whole.player_id);
  return format('cut %s of %s %s', whole.players, whole.board, whole.region);
end
$$;
comment on function laurel.cut_range(laurel.rank_ranges) is
  'Cuts a range into at most 128 of 1,024 places each, the last as it comes; where fewer stand in it than were counted, counts them anew instead. Says what it did.';
revoke all on function laurel.cut_range(laurel.rank_ranges) from public;

create function laurel.join_range(small laurel.rank_ranges) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform laurel.take_turn(small.board);
  with gone as (
    delete from laurel.rank_ranges
    where (board, region, neg_score, reached_at, player_id)
      = (small.board, small.region, small.neg_score, small.reached_at, small.player_id)
    returning players),
  before as (
    select neg_score, reached_at, player_id from laurel.rank_ranges
    where board = small.board and region = small.region and group_id = small.group_id
      and (neg_score, reached_at, player_id) < (small.neg_score, small.reached_at, small.player_id)
    order by neg_score desc, reached_at desc, player_id desc limit 1)
  update laurel.rank_ranges as range set players = range.players + gone.players
  from gone, before
  where range.board = small.board and range.region = small.region
    and (range.neg_score, range.reached_at, range.player_id) = (before.neg_score, before.reached_at, before.player_id);
end
$$;
comment on function laurel.join_range(laurel.rank_ranges) is 'Makes one range of this one and the one before it in its group.';
revoke all on function laurel.join_range(laurel.rank_ranges) from public;

create function laurel.part_group(of_group_id bigint) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  half laurel.rank_ranges;
  next_group_id bigint;
begin
  perform laurel.take_turn(board) from laurel.rank_groups where group_id = of_group_id;
  select range.* into half from laurel.rank_ranges as range
  where group_id = of_group_id
    and (select count(*) from laurel.rank_ranges where group_id = of_group_id) > 1
  order by neg_score, reached_at, player_id
  offset (select count(*) / 2 from laurel.rank_ranges where group_id = of_group_id) limit 1;
  if not found then
    return;
  end if;
  insert into laurel.rank_groups (board, region, neg_score, reached_at, player_id, players)
  values (half.board, half.region, half.neg_score, half.reached_at, half.player_id, 0)
  returning group_id into next_group_id;
  update laurel.rank_ranges set group_id = next_group_id
  where group_id = of_group_id
    and (neg_score, reached_at, player_id) >= (half.neg_score, half.reached_at, half.player_id);
  update laurel.rank_groups as ranges set players = counted.players
  from (
    select group_id, sum(players) as players from laurel.rank_ranges
    where group_id in (of_group_id, next_group_id) group by group_id) as counted
  where ranges.group_id = counted.group_id;
end
$$;
comment on function laurel.part_group(bigint) is 'Makes two groups of one that has two ranges or more.';
revoke all on function laurel.part_group(bigint) from public;

-- The first group of a board has none before it and stays: whatever place is asked for belongs to some range.
create function laurel.join_group(of_group_id bigint) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  small laurel.rank_groups;
  before_group_id bigint;
begin
  select * into small from laurel.rank_groups where group_id = of_group_id;
  perform laurel.take_turn(small.board);
  select group_id into before_group_id from laurel.rank_groups
  where board = small.board and region = small.region
    and (neg_score, reached_at, player_id) < (small.neg_score, small.reached_at, small.player_id)
  order by neg_score desc, reached_at desc, player_id desc limit 1;
  if not found then
    return;
  end if;
  delete from laurel.rank_ranges
  where group_id = of_group_id
    and not exists (select from laurel.rank_ranges where group_id = of_group_id and players <> 0);
  update laurel.rank_ranges set group_id = before_group_id where group_id = of_group_id;
  update laurel.rank_groups set players = (select sum(players) from laurel.rank_ranges where group_id = before_group_id)
  where group_id = before_group_id;
  delete from laurel.rank_groups where group_id = of_group_id;
end
$$;
comment on function laurel.join_group(bigint) is
  'Makes one group of this one and the one before it on its board; the ranges of an empty one go, and their places belong to the last range before.';
revoke all on function laurel.join_group(bigint) from public;

create function laurel.keep_ranks() returns text
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  range laurel.rank_ranges;
  ranges bigint;
  grown record;
  small record;
begin
  if not pg_try_advisory_xact_lock(hashtext('laurel.keep_ranks')) then
    return null;
  end if;
  select * into range from laurel.rank_ranges where players < 0 limit 1;
  if found then
    return laurel.recount_range(range);
  end if;
  select * into range from laurel.rank_ranges where players > 3072 limit 1;
  if found then
    return laurel.cut_range(range);
  end if;
  select group_id, count(*) into range.group_id, ranges
  from laurel.rank_ranges group by group_id having count(*) > 128 limit 1;
  if found then
    perform laurel.part_group(range.group_id);
    return format('parted %s ranges', ranges);
  end if;
  select game_id, region, total into grown from laurel.leaderboard_tops as top
  where period = 'all-time' and total >= 2048
    and not exists (select from laurel.rank_groups as laid where laid.board = top.game_id and laid.region = top.region)
  order by total desc limit 1;
  if found then
    perform laurel.lay_board(grown.game_id, grown.region);
    return format('laid %s of %s %s', grown.total, grown.game_id, grown.region);
  end if;
  select board, region, neg_score, reached_at, player_id, group_id, players, counted_at into range
  from (
    select *, lag(players) over (partition by group_id order by neg_score, reached_at, player_id) as before
    from laurel.rank_ranges) as neighbours
  where players < 256 and before < 2048 limit 1;
  if found then
    perform laurel.join_range(range);
    return format('joined %s of %s %s', range.players, range.board, range.region);
  end if;
  select neighbours.* into small
  from (
    select group_id, held.ranges, is_empty,
      lag(held.ranges) over (partition by board, region order by neg_score, reached_at, player_id) as before
    from laurel.rank_groups
    join (
      select group_id, count(*) as ranges, bool_and(players = 0) as is_empty
      from laurel.rank_ranges group by group_id) as held using (group_id)) as neighbours
  where before is not null and (is_empty or neighbours.ranges + before <= 64) limit 1;
  if found then
    perform laurel.join_group(small.group_id);
    return format('joined a group of %s ranges and one of %s', small.before, small.ranges);
  end if;
  select * into range from laurel.rank_ranges order by counted_at limit 1;
  return case when found then laurel.recount_range(range) end;
end
$$;
comment on function laurel.keep_ranks() is
  'Does the next piece of upkeep of rank_ranges and rank_groups and says what it was; null when nothing is left to do and the range that was counted longest ago is right, or while another session is at it. To be called again and again, each time in a transaction of its own.';
revoke all on function laurel.keep_ranks() from public;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who may do what

grant select on laurel.rank_groups, laurel.rank_ranges to laurel_api, laurel_analyst;
grant execute on function laurel.keep_ranks() to laurel_api;
