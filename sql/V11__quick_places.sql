-- What a place costs on a board of ten million, with what is read in memory.

-- A rank counts a few hundred entries of one index. The planner takes any such range for a third of what is left of the
-- board, and where that is millions it starts parallel workers: 4.6 ms a rank instead of 0.4 ms, and all the cores. Where ranges
-- are laid these two read one of them at most, so they read it alone.
alter function laurel.count_places(text, text, bigint, timestamptz, text, bigint, timestamptz, text)
  set max_parallel_workers_per_gather = 0;
alter function laurel.pass_places(text, text, bigint, timestamptz, text, bigint)
  set max_parallel_workers_per_gather = 0;

-- A walk from group to group and from range to range had all ranges behind the group sorted: 1.7 ms. Now those of the group
-- are read, and no others.
create or replace function laurel.place_at(
  of_board text, of_region text, place bigint,
  out neg_score bigint, out reached_at timestamptz, out player_id text) returns record
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  in_group record;
  in_range record;
  places_left bigint := place;
  first_neg_score bigint := -9223372036854775808;
  first_reached_at timestamptz := '-infinity';
  first_player_id text := '';
begin
  select summed.* into in_group
  from (
    select g.neg_score, g.reached_at, g.player_id, g.players, sum(g.players) over ranked as up_to,
      coalesce(lead(g.neg_score) over ranked, 9223372036854775807) as end_neg_score,
      coalesce(lead(g.reached_at) over ranked, 'infinity') as end_reached_at,
      coalesce(lead(g.player_id) over ranked, '') as end_player_id
    from laurel.rank_groups as g
    where g.board = of_board and g.region = of_region
    window ranked as (order by g.neg_score, g.reached_at, g.player_id)) as summed
  where summed.up_to > place
  order by summed.neg_score, summed.reached_at, summed.player_id limit 1;
  if found then
    first_neg_score := in_group.neg_score;
    first_reached_at := in_group.reached_at;
    first_player_id := in_group.player_id;
    places_left := place - in_group.up_to + in_group.players;
    select summed.* into in_range
    from (
      select r.neg_score, r.reached_at, r.player_id, r.players,
        sum(r.players) over (order by r.neg_score, r.reached_at, r.player_id) as up_to
      from laurel.rank_ranges as r
      where r.board = of_board and r.region = of_region
        and (r.neg_score, r.reached_at, r.player_id) >= (first_neg_score, first_reached_at, first_player_id collate "C")
        and (r.neg_score, r.reached_at, r.player_id)
          < (in_group.end_neg_score, in_group.end_reached_at, in_group.end_player_id collate "C")) as summed
    where summed.up_to > places_left
    order by summed.neg_score, summed.reached_at, summed.player_id limit 1;
    if found then
      first_neg_score := in_range.neg_score;
      first_reached_at := in_range.reached_at;
      first_player_id := in_range.player_id;
      places_left := places_left - in_range.up_to + in_range.players;
    end if;
  elsif exists (select from laurel.rank_groups as g where g.board = of_board and g.region = of_region) then
    return;
  end if;
  select passed.* into neg_score, reached_at, player_id
  from laurel.pass_places(of_board, of_region, first_neg_score, first_reached_at, first_player_id, places_left) as passed;
end
$$;

-- Those who are looked at again after a recording of ranks each had their place counted within its range, three milliseconds
-- where rows have just been written and are not vacuumed: a minute for five thousand under load. Now each range that
-- holds any of them is read once, and all of a board whose ranges are not laid.
create or replace function laurel.record_revisits(of_board text) returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0
set enable_seqscan = off
as $$
declare
  moved bigint;
begin
  moved := laurel.record_moved(of_board, format(
    'with noted as materialized (
       select player_id from laurel.rank_revisits where board = %1$L order by player_id limit 5000),
     place as materialized (
       select neg_score, reached_at, player_id from %2$s and player_id in (select player_id from noted)),
     touched as materialized (
       select distinct range.board, range.region, range.neg_score, range.reached_at, range.player_id
       from place cross join lateral (
         select held.* from laurel.rank_ranges as held
         where held.board = %1$L and held.region = ''*''
           and (held.neg_score, held.reached_at, held.player_id) <= (place.neg_score, place.reached_at, place.player_id)
         order by held.neg_score desc, held.reached_at desc, held.player_id desc limit 1) as range),
     counted as materialized (
       select range.neg_score, range.reached_at, range.player_id, past.neg_score as end_neg_score,
         past.reached_at as end_reached_at, past.player_id as end_player_id,
         laurel.places_before(%1$L, ''*'', range.neg_score, range.reached_at, range.player_id) as before
       from touched join laurel.rank_ranges as range using (board, region, neg_score, reached_at, player_id)
       cross join lateral laurel.end_of_range(range) as past
       union all
       select -9223372036854775808, ''-infinity'', '''', 9223372036854775807, ''infinity'', '''', 0
       where not exists (select from laurel.rank_groups as laid where laid.board = %1$L and laid.region = ''*''))
     select standing.player_id, -standing.neg_score as score, before + standing.nth as rank
     from counted cross join lateral (
       select neg_score, reached_at, player_id, row_number() over (order by neg_score, reached_at, player_id) as nth from %2$s
         and (neg_score, reached_at, player_id) >= (counted.neg_score, counted.reached_at, counted.player_id)
         and (neg_score, reached_at, player_id)
           < (counted.end_neg_score, counted.end_reached_at, counted.end_player_id collate "C")
       offset 0) as standing
     where standing.player_id in (select player_id from noted)',
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
