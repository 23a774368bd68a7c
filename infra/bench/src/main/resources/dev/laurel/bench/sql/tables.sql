-- Only what the boards need is decoded. The name is that of the source in every contender.
create table `player events` (
  playerId string,
  gameId string,
  achievementId string,
  points bigint,
  seenAt as proctime()
) with (
  'connector' = 'kafka',
  'topic' = '${topic}',
  'properties.bootstrap.servers' = '${bootstrap}',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

-- The first of each player, game and achievement counts.
create view firsts as
select playerId, gameId, points
from (
  select
    playerId, gameId, points,
    row_number() over (partition by playerId, gameId, achievementId order by seenAt asc) as sight
  from `player events`
)
where sight = 1
