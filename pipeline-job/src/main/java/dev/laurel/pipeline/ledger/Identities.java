package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * By what an accepted event is known again, one player's. An achievement's unlock is known for
 * ever. Requests, playtimes and unlocks of repeatable achievements are known for 30 days of log
 * time, so they are forgotten once event time, which log time is at most five minutes behind, says
 * that no record can be that old. Event time does not wait for a partition that is silent; the
 * slack is how far such a one may lie behind the others, in log time.
 */
final class Identities {
  /** How long a request is known again, in log time. */
  static final Duration KNOWN_FOR = Duration.ofDays(30);

  private static final Duration SLACK = Duration.ofDays(30);

  private final MapState<String, Instant> unlocks;
  private final MapState<String, Instant> requests;

  Identities(RuntimeContext context) {
    unlocks = context.getMapState(new MapStateDescriptor<>("unlocks", Types.STRING, Types.INSTANT));
    requests =
        context.getMapState(new MapStateDescriptor<>("requests", Types.STRING, Types.INSTANT));
  }

  /** Whether an accepted event had the same identity. */
  boolean know(PlayerEvent event, boolean repeatable) throws Exception {
    if (isOnce(event, repeatable)) {
      return unlocks.contains(of(event, repeatable));
    }
    Instant accepted = requests.get(of(event, repeatable));
    return accepted != null && event.loggedAt().isBefore(accepted.plus(KNOWN_FOR));
  }

  /** Remembers an accepted event. */
  void remember(PlayerEvent event, boolean repeatable) throws Exception {
    (isOnce(event, repeatable) ? unlocks : requests).put(of(event, repeatable), event.loggedAt());
  }

  /**
   * When what is remembered now may be forgotten: the same for a whole day, so that a player has
   * few such times.
   */
  static Instant forgetAfter(PlayerEvent event) {
    return event
        .loggedAt()
        .truncatedTo(ChronoUnit.DAYS)
        .plus(Duration.ofDays(1))
        .plus(KNOWN_FOR)
        .plus(SLACK);
  }

  /** Forgets what {@link #forgetAfter} allows to forget at that time. */
  void forget(Instant now) throws Exception {
    Instant oldest = now.minus(KNOWN_FOR).minus(SLACK);
    for (Iterator<Instant> known = requests.values().iterator(); known.hasNext(); ) {
      if (known.next().isBefore(oldest)) {
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
