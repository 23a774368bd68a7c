create table game_boards (
  gameId string, playerId string, score bigint, place bigint, primary key (gameId, place) not enforced
) with ('connector' = 'boards');

create table global_board (
  gameId string, playerId string, score bigint, place bigint, primary key (gameId, place) not enforced
) with ('connector' = 'boards')
