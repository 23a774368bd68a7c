create table game_boards (
  gameId string, playerId string, score bigint, primary key (gameId, playerId) not enforced
) with ('connector' = 'boards');

create table global_board (
  gameId string, playerId string, score bigint, primary key (gameId, playerId) not enforced
) with ('connector' = 'boards')
