package dev.laurel.local.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The rows of tables of single players, in the order of their keys. */
final class PlayerRows {

  /** Finds what a record says and is worth again, for rows of which only the digest is kept. */
  interface FindAgain {
    /** The values of the row of score_events. */
    List<String> values(PlayerBook.Scored event);
  }

  private final Reckoning reckoning;
  private final FindAgain again;

  PlayerRows(Reckoning reckoning, FindAgain again) {
    this.reckoning = reckoning;
    this.again = again;
  }

  private Stream<PlayerBook> seen() {
    return reckoning.players().stream().filter(PlayerBook::isSeen);
  }

  Stream<Row> players() {
    return seen().map(PlayerRows::player);
  }

  private static Row player(PlayerBook book) {
    Tally all = book.by(Span.ALL_TIME).getOrDefault(0L, new Tally(0));
    return Row.of(
        Key.of(book.id),
        book.username(),
        book.regionBefore(Long.MAX_VALUE),
        all.points,
        all.reachedAt(),
        all.actions,
        book.actionPoints(),
        all.unlocks,
        all.distinct,
        all.seconds,
        OptionalLong.of(book.firstSeen()),
        OptionalLong.of(book.lastSeen()),
        all.firstSeen(),
        all.lastSeen(),
        book.isExcluded());
  }

  Stream<Row> scores() {
    return seen().flatMap(book -> book.games().entrySet().stream().map(game -> score(book, game)));
  }

  private static Row score(PlayerBook book, Map.Entry<String, GameBook> game) {
    Tally all = game.getValue().by(Span.ALL_TIME).get(0L);
    return Row.of(
        Key.of(book.id, game.getKey()),
        book.regionBefore(Long.MAX_VALUE),
        all.points,
        all.reachedAt(),
        all.actions,
        all.unlocks,
        all.distinct,
        all.seconds,
        all.firstSeen(),
        all.lastSeen(),
        book.isExcluded());
  }

  /** The region that the last profile of each day named. */
  Stream<Row> regions() {
    return seen()
        .flatMap(
            book ->
                book.profiles().stream()
                    .map(
                        word ->
                            Row.of(
                                Key.of(book.id, LocalDate.ofEpochDay(Span.dayOf(word.saidAt()))),
                                word.region())));
  }

  Stream<Row> achievements() {
    return seen()
        .flatMap(
            book ->
                book.games().entrySet().stream()
                    .flatMap(
                        game ->
                            game.getValue().achievements().entrySet().stream()
                                .map(each -> achievement(book.id, game.getKey(), each))));
  }

  private static Row achievement(
      String player, String game, Map.Entry<String, GameBook.Unlocked> achievement) {
    GameBook.Unlocked unlocked = achievement.getValue();
    return Row.of(
        Key.of(player, game, achievement.getKey()),
        OptionalLong.of(unlocked.first),
        OptionalLong.of(unlocked.last),
        unlocked.unlocks,
        unlocked.points);
  }

  /** What was done by day or by month. */
  Stream<Row> by(Span span) {
    return seen()
        .flatMap(
            book ->
                book.games().entrySet().stream()
                    .flatMap(
                        game ->
                            game.getValue().by(span).values().stream()
                                .map(each -> period(book.id, game.getKey(), each))));
  }

  private static Row period(String player, String game, Tally sum) {
    return Row.of(
        Key.of(player, game, LocalDate.ofEpochDay(sum.day)),
        sum.unlocks,
        sum.distinct,
        sum.actions,
        sum.points,
        sum.seconds,
        sum.firstSeen(),
        sum.lastSeen(),
        sum.firstScored(),
        sum.lastScoring());
  }

  Stream<Row> scoreEvents() {
    return seen().flatMap(book -> book.scored().stream().map(event -> scoreEvent(book.id, event)));
  }

  private Row scoreEvent(String player, PlayerBook.Scored event) {
    Key key =
        Key.of(
            player,
            Instant.ofEpochMilli(event.occurredAt()),
            (long) event.partition(),
            event.offset());
    return Row.digested(key, event.digest(), () -> again.values(event));
  }
}
