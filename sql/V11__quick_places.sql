-- What a place costs on a board of ten million, with what is read in memory.

-- A rank counts a few hundred entries of one index. The planner takes any such range for a third of what is left of the
-- board, and where that is millions it starts parallel workers: 4.6 ms a rank instead of 0.4 ms, and all the cores. These two
-- read a range whose length is known, so they read it alone.
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
