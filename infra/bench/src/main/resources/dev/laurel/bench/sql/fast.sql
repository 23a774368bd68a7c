-- points >= 0 tells the planner that scores only rise, so the tops are kept by update, never by retraction.
execute statement set begin
insert into game_boards
select gameId, playerId, score
from (
  select *, row_number() over (partition by gameId order by score desc, playerId) as place
  from (
    select gameId, playerId, sum(points) as score from firsts where points >= 0 group by gameId, playerId
  )
)
where place <= 100;
insert into global_board
select 'global', playerId, score
from (
  select *, row_number() over (order by score desc, playerId) as place
  from (
    select playerId, sum(points) as score from firsts where points >= 0 group by playerId
  )
)
where place <= 100;
end
