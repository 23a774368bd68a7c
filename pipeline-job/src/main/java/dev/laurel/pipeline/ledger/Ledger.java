package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.catalog.Catalog;
import dev.laurel.pipeline.catalog.PriceEvent;
import dev.laurel.pipeline.catalog.Verdict;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Judges what players did and writes it into their books. */
final class Ledger {
  private final Books books;
  private final Catalog catalog;
  private final MovePlaces places;
  private final ScanPlayers scan;
  private final Entries entries;
  private final Identities identities;
  private final DailyLimits limits;
  private final WaitingRoom waitingRoom;
  private final CountDeeds deeds;
  private final CountRecords records;
  private int waitingPlayers;

  Ledger(
      RuntimeContext context,
      Books books,
      Catalog catalog,
      MovePlaces places,
      ScanPlayers scan,
      CountDeeds deeds,
      CountRecords records,
      Entries entries) {
    this.scan = scan;
    this.books = books;
    this.catalog = catalog;
    this.places = places;
    this.entries = entries;
    identities = new Identities(context, books);
    limits = new DailyLimits(context);
    waitingRoom = new WaitingRoom(context);
    this.deeds = deeds;
    this.records = records;
  }

  /** Takes in the player's next event; tells whether it is the first that waits for the catalog. */
  boolean take(PlayerEvent event) throws Exception {
    Book book = books.of(event.playerId());
    if (book.isNew) {
      scan.noteBegun(book);
    }
    boolean waited = book.waiting > 0;
    take(event, book);
    boolean begins = !waited && book.waiting > 0;
    waitingPlayers += begins ? 1 : 0;
    return begins;
  }

  /** Players whose events wait for the catalog, as far as that is known since the start. */
  int waitingPlayers() {
    return waitingPlayers;
  }

  /**
   * Takes in the player's events that waited, those that still cannot be judged excepted; tells
   * whether there are such.
   */
  boolean takeWaiting(String playerId) throws Exception {
    Book book = books.of(playerId);
    books.turnTo(book);
    List<PlayerEvent> waited = waitingRoom.all();
    if (waited.stream().allMatch(this::isUnsettled)) {
      return !waited.isEmpty();
    }
    waitingRoom.clear();
    book.waiting = 0;
    for (PlayerEvent event : waited) {
      records.waitsNoMore(event);
      take(event, book);
    }
    books.changed(book);
    if (book.waiting > 0) {
      return true;
    }
    waitingPlayers = Math.max(0, waitingPlayers - 1);
    return false;
  }

  private boolean isUnsettled(PlayerEvent event) {
    return PriceEvent.by(catalog, event) instanceof Verdict.Unsettled;
  }

  private void take(PlayerEvent event, Book book) throws Exception {
    switch (event.type()) {
      case PROFILE -> profile(event, book);
      case MODERATION -> moderate(event, book);
      default -> {
        if (book.waiting > 0 && isBlocked(event, book)) {
          await(event, book);
        } else {
          judge(event, book);
        }
      }
    }
  }

  private boolean isBlocked(PlayerEvent event, Book book) throws Exception {
    books.turnTo(book);
    return waitingRoom.blocks(event);
  }

  private void judge(PlayerEvent event, Book book) throws Exception {
    Verdict verdict = PriceEvent.by(catalog, event);
    if (verdict instanceof Verdict.Unsettled) {
      await(event, book);
    } else if (verdict instanceof Verdict.Invalid invalid) {
      refuse(event, invalid.refusal());
    } else if (verdict instanceof Verdict.Settled settled) {
      settle(event, settled, book);
    }
  }

  private void settle(PlayerEvent event, Verdict.Settled settled, Book book) throws Exception {
    if (identities.know(event, settled.number(), settled.repeatable(), book)) {
      records.repeated(event);
    } else if (settled.refusal().isPresent()) {
      refuse(event, settled.refusal().get());
    } else if (isOverLimit(event, settled.maxPerDay(), book)) {
      refuse(event, overLimit(event, settled.maxPerDay()));
    } else {
      limits.count(event, settled.maxPerDay());
      identities.remember(event, settled.number(), settled.repeatable(), book);
      identities.reach(event.loggedAt(), book);
      book(event, settled, book);
    }
  }

  private void refuse(PlayerEvent event, Refusal refusal) {
    records.dead(event);
    entries.refused(new DeadLetter(event.source(), refusal));
  }

  private boolean isOverLimit(PlayerEvent event, int maxPerDay, Book book) throws Exception {
    if (maxPerDay == 0) {
      return false;
    }
    books.turnTo(book);
    return limits.isReached(event, maxPerDay);
  }

  private void book(PlayerEvent event, Verdict.Settled settled, Book book) throws Exception {
    records.accepted(event);
    ScopeBook game = book.game(event.gameOrNone());
    long points = settled.points();
    book.seen(event);
    book.actionPoints += event.type() == EventType.ACTION ? points : 0;
    entries.changed(book, game);
    if (event.scores()) {
      entries.scored(event, points);
      places.score(book, game, points, event.occurredAt().toEpochMilli());
    }
    if (event.type() != EventType.UNLOCK) {
      deeds.count(book, game, event, points);
    } else if (settled.repeatable()) {
      deeds.unlockAgain(book, game, event, settled.number(), points);
    } else {
      deeds.unlockOnce(book, game, event, points);
    }
    books.changed(book);
  }

  private void profile(PlayerEvent event, Book book) throws Exception {
    Profile profile = book.profile.told(event);
    Regions regions = book.regions.told(event);
    boolean namesRegion = !regions.equals(book.regions);
    boolean changes = !profile.equals(book.profile) || namesRegion;
    retell(event, book, changes, () -> book.tell(profile, regions));
    if (namesRegion) {
      long at = event.occurredAt().toEpochMilli();
      regions.of(book.playerId(), at).ifPresent(entries::region);
    }
  }

  private void moderate(PlayerEvent event, Book book) throws Exception {
    Exclusion exclusion = book.exclusion.told(event);
    boolean changes = !exclusion.equals(book.exclusion);
    retell(event, book, changes, () -> book.exclusion = exclusion);
  }

  /** Tells everything about the player again: their name, region or places may be another. */
  private void retell(PlayerEvent event, Book book, boolean changes, Runnable change)
      throws Exception {
    if (changes) {
      records.accepted(event);
    } else {
      records.repeated(event);
    }
    if (!changes && !book.isNewlySeen(event)) {
      return;
    }
    boolean wasExcluded = book.excluded();
    String regionBefore = book.profile.region();
    if (changes) {
      places.replace(book, event, change);
    }
    book.seen(event);
    if (wasExcluded == book.excluded() && Objects.equals(regionBefore, book.profile.region())) {
      entries.changed(book);
    } else {
      entries.changedEverywhere(book);
    }
    books.changed(book);
  }

  private void await(PlayerEvent event, Book book) throws Exception {
    books.turnTo(book);
    records.waits(event);
    waitingRoom.add(event);
    book.waiting++;
    books.changed(book);
  }

  private static Refusal overLimit(PlayerEvent event, int maxPerDay) {
    return new Refusal(
        Reason.LIMIT_EXCEEDED,
        "actionType is '%s', expected at most %d of a player on %s"
            .formatted(event.actionType(), maxPerDay, DailyLimits.day(event)));
  }
}
