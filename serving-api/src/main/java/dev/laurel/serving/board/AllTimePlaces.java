package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;

/**
 * Entries of all-time boards, from the tables of scores. Where a place lies is a sum of the counts
 * that the tables keep by range, so it costs the same at any depth; the entries beside it are the
 * next ones in the board's index. There is one good way to read them, so it is planned once; only
 * how many are read stands in the statement itself, as the plan depends on it.
 */
public final class AllTimePlaces extends DeepPlaces {

  private static final String HEAD =
      """
      with board as materialized (
        select laurel.places_on(?, ?) as total, named.version, named.updated_at as published_at,
          (select complete_up_to from laurel.pipeline_freshness where table_name = ?) as as_of
        from laurel.standings_versions as named where named.table_name = ?),
      """;

  private static final String TAIL =
      """
      select board.*, null::integer as revision, placed.rank, placed.player_id, -placed.neg_score as score,
        placed.reached_at, player.username, player.region
      from board left join placed on true left join laurel.players as player using (player_id)
      order by placed.rank
      """;

  /** The entries that stand together in {@code standing}, ranked from the first of them on. */
  private static final String RANKED =
      """
      placed as (
        select standing.*, before + row_number() over (order by neg_score, reached_at, player_id) as rank
        from (
          select laurel.places_before(?, ?, neg_score, reached_at, player_id) as before
          from standing order by neg_score, reached_at, player_id limit 1) as first
        cross join standing)
      """;

  private static final String ON_THE_BOARD = "reached_at is not null and not is_excluded";
  private static final String AFTER = " and (neg_score, reached_at, player_id) >";
  private static final String FROM = " and (neg_score, reached_at, player_id) >=";
  private static final String BEFORE = " and (neg_score, reached_at, player_id) <";
  private static final String IN_RANK_ORDER = " order by neg_score, reached_at, player_id limit ";
  private static final String BACKWARDS =
      " order by neg_score desc, reached_at desc, player_id desc limit ";
  private static final String A_PLACE = " (?, ?::timestamptz, ? collate \"C\")";
  private static final String THE_PLACE = " (place.neg_score, place.reached_at, place.player_id)";

  /** Read from this database, which best plans once. */
  public AllTimePlaces(Database database) {
    super(database);
  }

  @Override
  Query query(BoardKey board, Which which) {
    Query query = new Query().add(HEAD, board.gameId(), board.region(), table(board), table(board));
    switch (which) {
      case Which.Page page -> page(query, board, page);
      case Which.After after ->
          beside(query, board, after.place(), AFTER, IN_RANK_ORDER, after.limit());
      case Which.Before before ->
          beside(query, board, before.place(), BEFORE, BACKWARDS, before.limit());
      case Which.Around around -> around(query, board, around);
      case Which.Of of -> of(query, board, of);
    }
    return query.add(TAIL);
  }

  private static void page(Query query, BoardKey board, Which.Page page) {
    query
        .add(
            "place as (select * from laurel.place_at(?, ?, ?)),\n",
            board.gameId(),
            board.region(),
            page.offset())
        .add("standing as (select next.* from place cross join lateral (");
    addStandings(query, board).add(FROM + THE_PLACE + IN_RANK_ORDER + page.limit());
    query.add(
        """
        ) as next),
        placed as (select *, ? + row_number() over (order by neg_score, reached_at, player_id) as rank from standing)
        """,
        page.offset());
  }

  private static void beside(
      Query query, BoardKey board, Place place, String side, String order, int limit) {
    addStandings(query.add("standing as materialized ("), board)
        .add(side + A_PLACE, -place.score(), place.reachedAt(), place.playerId())
        .add(order + limit + "),\n")
        .add(RANKED, board.gameId(), board.region());
  }

  private static void around(Query query, BoardKey board, Which.Around around) {
    addPlaceOf(query.add("place as ("), board, "?", around.playerId()).add("),\n");
    query.add("standing as materialized (select near.* from place cross join lateral (\n(");
    addStandings(query, board).add(BEFORE + THE_PLACE + BACKWARDS + around.each());
    addStandings(query.add(")\nunion all\n("), board)
        .add(FROM + THE_PLACE + IN_RANK_ORDER + (around.each() + 1))
        .add(")) as near),\n")
        .add(RANKED, board.gameId(), board.region());
  }

  private static void of(Query query, BoardKey board, Which.Of of) {
    query.add(
        "place as (select found.* from unnest(?::text[]) as asked (player_id) cross join lateral (",
        of.playerIds());
    addPlaceOf(query, board, "asked.player_id collate \"C\"")
        .add(") as found),\n")
        .add(
            "placed as (select *, laurel.places_before(?, ?, neg_score, reached_at, player_id) + 1 as rank from place)\n",
            board.gameId(),
            board.region());
  }

  /** Who stands on the board, as its index has it. */
  private static Query addStandings(Query query, BoardKey board) {
    query.add(
        "select neg_score, reached_at, player_id from laurel.%s where ".formatted(table(board)));
    query.add(ON_THE_BOARD);
    if (!board.isGlobal()) {
      query.add(" and game_id = ?", board.gameId());
    }
    return board.isOfEveryone() ? query : query.add(" and region = ?", board.region());
  }

  /**
   * Where one player stands, found by key and judged after that: the board's index has the player,
   * too, somewhere in all of it.
   */
  private static Query addPlaceOf(
      Query query, BoardKey board, String player, Object... parameters) {
    query.add(
        "select neg_score, reached_at, player_id from (select * from laurel.%s where player_id = %s"
            .formatted(table(board), player),
        parameters);
    if (!board.isGlobal()) {
      query.add(" and game_id = ?", board.gameId());
    }
    query.add(" offset 0) as keyed where ").add(ON_THE_BOARD);
    return board.isOfEveryone() ? query : query.add(" and region = ?", board.region());
  }

  private static String table(BoardKey board) {
    return board.isGlobal() ? "players" : "player_scores";
  }
}
