package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * By what an accepted event is known again, one player's. An achievement's unlock is known for
 * ever. Requests, playtimes and unlocks of repeatable achievements are known for 30 days of log
 * time, and forgotten when the player's own records have gone 30 more days beyond that; no clock
 * and no other player has a say in it. A partition's log time may therefore run back by up to 30
 * days without a repeat being missed.
 */
final class Identities {
  /** How long a request is known again, in log time. */
  static final Duration KNOWN_FOR = Duration.ofDays(30);

  private static final Duration SLACK = Duration.ofDays(30);

  private final Books books;
  private final MapState<String, Instant> requests;

  Identities(RuntimeContext context, Books books) {
    this.books = books;
    requests =
        context.getMapState(new MapStateDescriptor<>("requests", Types.STRING, Types.INSTANT));
  }

  /** Whether an accepted event had the same identity. */
  boolean know(PlayerEvent event, long number, boolean repeatable, Book book) throws Exception {
    if (isOnce(event, repeatable)) {
      Optional<ScopeBook> game = book.knownGame(event.gameId());
      return game.isPresent() && books.unlocks(book, game.get()).has(number);
    }
    if (!book.hasRequests) {
      return false;
    }
    books.turnTo(book);
    Instant accepted = requests.get(of(event, repeatable));
    return accepted != null && event.loggedAt().isBefore(accepted.plus(KNOWN_FOR));
  }

  /** Remembers an accepted event. */
  void remember(PlayerEvent event, long number, boolean repeatable, Book book) throws Exception {
    if (isOnce(event, repeatable)) {
      ScopeBook game = book.game(event.gameId());
      books.unlocks(book, game).add(number);
    } else {
      books.turnTo(book);
      requests.put(of(event, repeatable), event.loggedAt());
      book.hasRequests = true;
    }
  }

  /** Takes note of the log time of a player's event, and forgets what has come to its end. */
  void reach(Instant loggedAt, Book book) throws Exception {
    long before = book.newestLoggedAt;
    book.newestLoggedAt = Math.max(before, loggedAt.toEpochMilli());
    if (book.hasRequests && book.waiting == 0 && dayOf(book.newestLoggedAt) > dayOf(before)) {
      books.turnTo(book);
      forget(Instant.ofEpochMilli(book.newestLoggedAt).minus(KNOWN_FOR).minus(SLACK));
    }
  }

  private void forget(Instant upTo) throws Exception {
    for (Iterator<Instant> known = requests.values().iterator(); known.hasNext(); ) {
      if (!known.next().isAfter(upTo)) {
        known.remove();
      }
    }
  }

  /** The names of everything the event may turn out to be, whatever the catalog says. */
  static List<String> possible(PlayerEvent event) {
    return event.type() == EventType.UNLOCK
        ? List.of("once/" + of(event, false), of(event, true))
        : List.of(of(event, false));
  }

  private static long dayOf(long loggedAt) {
    return Math.floorDiv(loggedAt, ChronoUnit.DAYS.getDuration().toMillis());
  }

  private static boolean isOnce(PlayerEvent event, boolean repeatable) {
    return event.type() == EventType.UNLOCK && !repeatable;
  }

  private static String of(PlayerEvent event, boolean repeatable) {
    return switch (event.type()) {
      case UNLOCK ->
          repeatable ? "unlock/" + event.eventId() : event.gameId() + "/" + event.achievementId();
      case ACTION -> "action/" + event.requestId();
      case PLAYTIME -> "playtime/" + event.eventId();
      default ->
          throw new IllegalArgumentException(
              event.type() + " has no identity: its last word counts");
    };
  }
}
