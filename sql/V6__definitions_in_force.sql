-- Whether a definition is active stands beside its JSON and in the index: how far a player has got in 50 games asks it of
-- 3,000 achievements at once, and reads no row for it.

alter table laurel.catalog_history
  add column is_active boolean generated always as (coalesce((definition ->> 'active')::boolean, true)) stored;
comment on column laurel.catalog_history.is_active is 'What active in the definition says; true where it says nothing.';

drop index laurel.catalog_history_in_force_idx;
create index catalog_history_in_force_idx on laurel.catalog_history
  (kind, game_id, achievement_id, action_type, in_force_from desc, log_offset desc) include (is_active);
comment on index laurel.catalog_history_in_force_idx is
  'The definition in force: the views games, achievements and action_types, newest version of each first, and whether it is active.';

create or replace view laurel.games with (security_invoker = true) as
select distinct on (game_id)
  game_id,
  definition ->> 'name' as name,
  definition ->> 'imageUrl' as image_url,
  is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'game' and achievement_id = '' and action_type = '' and in_force_from <= now()
order by game_id, in_force_from desc, log_offset desc;

create or replace view laurel.achievements with (security_invoker = true) as
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
  is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'achievement' and action_type = '' and in_force_from <= now()
order by game_id, achievement_id, in_force_from desc, log_offset desc;

create or replace view laurel.action_types with (security_invoker = true) as
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
  is_active,
  in_force_from,
  log_offset,
  updated_at
from laurel.catalog_history
where kind = 'action' and game_id = '' and achievement_id = '' and in_force_from <= now()
order by action_type, in_force_from desc, log_offset desc;
