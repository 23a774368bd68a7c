-- As people write it: penalties are possible, and the place comes out.
execute statement set begin
insert into game_boards
select gameId, playerId, score, place
from (
  select *, row_number() over (partition by gameId order by score desc, playerId) as place
  from (
    select gameId, playerId, sum(points) as score from firsts group by gameId, playerId
  )
)
where place <= 100;
insert into global_board
select 'global', playerId, score, place
from (
  select *, row_number() over (order by score desc, playerId) as place
  from (
    select playerId, sum(points) as score from firsts group by playerId
  )
)
where place <= 100;
end
