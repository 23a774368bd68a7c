package dev.laurel.local.verify;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of tables of games, achievements and the platform, in the order of their keys. */
final class RollupRows {
  private final Reckoning reckoning;

  RollupRows(Reckoning reckoning) {
    this.reckoning = reckoning;
  }

  /** Of every game, and of actions without one, by day or by month. */
  Stream<Row> games(Span span) {
    NavigableMap<String, Rollup> games = new TreeMap<>();
    for (PlayerBook book : reckoning.players()) {
      book.games()
          .forEach(
              (game, played) ->
                  games.computeIfAbsent(game, name -> new Rollup()).add(played.by(span)));
    }
    return games.entrySet().stream()
        .flatMap(
            game ->
                game.getValue().sums().entrySet().stream()
                    .map(
                        sum ->
                            row(
                                Key.of(game.getKey(), LocalDate.ofEpochDay(sum.getKey())),
                                sum.getValue(),
                                span)));
  }

  /** Of all games together. */
  Stream<Row> platform(Span span) {
    Rollup platform = new Rollup();
    reckoning.players().forEach(book -> platform.add(book.by(span)));
    return platform.sums().entrySet().stream()
        .map(sum -> row(Key.of(LocalDate.ofEpochDay(sum.getKey())), sum.getValue(), span));
  }

  private static Row row(Key key, Rollup.Sum sum, Span span) {
    Tally done = sum.done;
    return span == Span.MONTHLY
        ? Row.of(
            key,
            sum.active,
            sum.begun,
            done.unlocks,
            done.distinct,
            done.actions,
            done.points,
            done.seconds)
        : Row.of(
            key,
            sum.active,
            sum.begun,
            done.unlocks,
            done.distinct,
            done.actions,
            done.points,
            done.seconds,
            sum.newToWeek,
            sum.newToMonth);
  }

  /** Unlocks of every achievement in all, by day and by month. */
  Stream<Row> achievements() {
    return reckoning.achievements().rows(reckoning.players());
  }

  /** What became of the records of the log. */
  Stream<Row> log() {
    return reckoning.days().entrySet().stream()
        .map(
            day ->
                Row.of(
                    Key.of(LocalDate.ofEpochDay(day.getKey())),
                    day.getValue().received,
                    day.getValue().accepted,
                    day.getValue().repeated,
                    day.getValue().dead,
                    day.getValue().waiting));
  }
}
