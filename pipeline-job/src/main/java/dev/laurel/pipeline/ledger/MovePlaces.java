package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.BoardPlan;
import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.board.Place;
import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Adds points to the scores in a book, and moves the player on every board that they change. The
 * days are written behind it: {@link History}.
 */
final class MovePlaces {
  private final Places places;
  private final LocalTops tops;
  private final ScanPlayers scan;
  private final Period[] periods;
  private PeriodsOfDay lastDay = new PeriodsOfDay(0);
  private long oldestDay;

  MovePlaces(Places places, LocalTops tops, ScanPlayers scan, BoardPlan plan, long oldestDay) {
    this.places = places;
    this.tops = tops;
    this.scan = scan;
    this.periods = plan.periods().toArray(Period[]::new);
    this.oldestDay = oldestDay;
  }

  /** The first day on which anybody scored. */
  long oldestDay() {
    return oldestDay;
  }

  /** Books the points of an unlock or action in the scope of all games and in that of a game. */
  void score(Book book, ScopeBook game, long points, long occurredAt) throws Exception {
    boolean collects = scan.hasPassed(book);
    score(book, book.all(), points, occurredAt, collects);
    if (Places.isRanked(game)) {
      score(book, game, points, occurredAt, collects);
    } else {
      game.score(game.scored().plus(points, occurredAt));
    }
  }

  private void score(Book book, ScopeBook scope, long points, long occurredAt, boolean collects)
      throws Exception {
    PeriodsOfDay day = lastDay.of(Period.dayOf(occurredAt));
    lastDay = day;
    if (!book.excluded()) {
      for (Period period : periods) {
        Tally old = places.within(book, scope, period, day);
        tops.move(
            book.shown(),
            scope.id(),
            period,
            day.firstDay(period),
            book.regions.before(day.endsAt(period)),
            old.place(),
            old.plus(points, occurredAt).place(),
            collects);
      }
    }
    scope.score(scope.scored().plus(points, occurredAt));
    oldestDay = Math.min(oldestDay, day.day());
  }

  private record Spot(String gameId, Period period, long firstDay) {}

  private record Stand(String region, Place place) {}

  /** Changes who the player is or whether they are excluded, and moves them accordingly. */
  void replace(Book book, PlayerEvent event, Runnable change) throws Exception {
    long firstDay = firstDayTouched(event);
    Map<Spot, Stand> before = stands(book, firstDay);
    change.run();
    Map<Spot, Stand> after = stands(book, firstDay);
    boolean collects = scan.hasPassed(book);
    before.forEach(
        (spot, stand) -> {
          if (!after.containsKey(spot)) {
            move(book, spot, stand.region(), stand.place(), null, collects);
          }
        });
    after.forEach((spot, stand) -> replace(book, spot, before.get(spot), stand, collects));
  }

  /**
   * A moderator's verdict touches every board; a profile those of periods that had not ended when
   * it was said, and the name on those that are open.
   */
  private long firstDayTouched(PlayerEvent event) {
    if (event.type() == EventType.MODERATION) {
      return Long.MIN_VALUE;
    }
    long since = Math.min(event.occurredAt().toEpochMilli(), tops.closedUpTo());
    return since <= 0 ? Long.MIN_VALUE : Period.firstDayOfAll(Period.dayOf(since) - 1);
  }

  private Map<Spot, Stand> stands(Book book, long firstDay) throws Exception {
    Map<Spot, Stand> stands = new HashMap<>();
    if (!book.excluded()) {
      Places.Visitor visitor =
          (gameId, period, first, region, place) ->
              stands.put(new Spot(gameId, period, first), new Stand(region, place));
      places.allTime(book, visitor);
      places.since(firstDay, book, visitor);
    }
    return stands;
  }

  private void replace(Book book, Spot spot, Stand old, Stand now, boolean collects) {
    if (old == null) {
      move(book, spot, now.region(), null, now.place(), collects);
    } else if (Objects.equals(old.region(), now.region())) {
      // A new name is no news on a closed board.
      if (!tops.isClosed(spot.period(), spot.firstDay())) {
        move(book, spot, now.region(), now.place(), now.place(), collects);
      }
    } else {
      tops.changeRegion(
          book.shown(),
          spot.gameId(),
          spot.period(),
          spot.firstDay(),
          old.region(),
          now.region(),
          now.place(),
          collects);
    }
  }

  private void move(Book book, Spot spot, String region, Place from, Place to, boolean collects) {
    tops.move(
        book.shown(), spot.gameId(), spot.period(), spot.firstDay(), region, from, to, collects);
  }
}
