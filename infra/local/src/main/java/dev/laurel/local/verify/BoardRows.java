package dev.laurel.local.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of boards, in the order of their keys. One scope is ranked at a time, so only its tops
 * are in memory together.
 */
final class BoardRows {
  static final String EVERYONE = "*";

  private final Reckoning reckoning;
  private final ShownBoards shown;

  BoardRows(Reckoning reckoning, ShownBoards shown) {
    this.reckoning = reckoning;
    this.shown = shown;
  }

  /** The live tops of periods that are open. */
  Stream<Row> tops(Freshness tables) {
    return boards().filter(board -> tables.isLive(board.end())).map(board -> board.row(true));
  }

  /** What periods that are over ended with; those that have just closed may not have it yet. */
  Stream<Row> finals(Freshness tables) {
    return boards()
        .filter(board -> board.span() != Span.ALL_TIME)
        .map(board -> board.row(false).required(tables.hasFinal(board.end())));
  }

  /** A board that somebody stands on. */
  private record Ranked(Key key, Span span, long end, BoardTop top) {
    Row row(boolean withNames) {
      return Row.of(key, top.total(), top.entries(withNames));
    }
  }

  private Stream<Ranked> boards() {
    TreeSet<String> games = new TreeSet<>();
    reckoning.players().forEach(book -> games.addAll(book.games().keySet()));
    games.remove("_none");
    return Stream.concat(
        games.stream()
            .flatMap(
                game -> ranked("game", game, (book, span) -> inGame(book, game, span)).stream()),
        Stream.of("global").flatMap(all -> ranked(all, all, PlayerBook::by).stream()));
  }

  private static NavigableMap<Long, Tally> inGame(PlayerBook book, String game, Span span) {
    return book.knownGame(game).map(played -> played.by(span)).orElseGet(TreeMap::new);
  }

  /** What a player did in a scope, by the first day of each period. */
  private interface Scope {
    NavigableMap<Long, Tally> of(PlayerBook book, Span span);
  }

  private List<Ranked> ranked(String scope, String game, Scope done) {
    NavigableMap<Key, Ranked> boards = new TreeMap<>();
    for (PlayerBook book : reckoning.players()) {
      for (Span span : book.isExcluded() ? new Span[0] : Span.values()) {
        for (Tally each : done.of(book, span).values()) {
          place(book, each, span, region -> board(boards, scope, game, region, span, each.day));
        }
      }
    }
    return List.copyOf(boards.values());
  }

  private BoardTop board(
      Map<Key, Ranked> boards, String scope, String game, String region, Span span, long first) {
    Key key = Key.of(scope, game, region, span.word(), LocalDate.ofEpochDay(first));
    return boards
        .computeIfAbsent(
            key, named -> new Ranked(named, span, span.end(first), new BoardTop(shown.topSize())))
        .top();
  }

  private static void place(
      PlayerBook book, Tally done, Span span, Function<String, BoardTop> boards) {
    if (done.reachedAt().isEmpty()) {
      return;
    }
    Optional<String> region = book.regionBefore(span.end(done.day));
    BoardTop.Line line =
        new BoardTop.Line(
            book.id, done.points, done.reachedAt().getAsLong(), book.username(), region);
    boards.apply(EVERYONE).add(line);
    region.ifPresent(named -> boards.apply(named).add(line));
  }
}
