package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which region a player's profiles named at which time: decides on which regional boards of a
 * period the player stands. One a day is enough, the last word of that day, since periods end with
 * days; kept for ever.
 */
record Regions(List<Named> byDay) {

  /** A region that was named; its time is in milliseconds since 1970. */
  record Named(long saidAt, String eventId, String region) {
    private boolean yieldsTo(Named other) {
      return other.saidAt != saidAt ? other.saidAt > saidAt : other.eventId.compareTo(eventId) > 0;
    }
  }

  static final Regions NONE = new Regions(List.of());

  /** With what a profile says; the same, if that is not the last word of its day. */
  Regions told(PlayerEvent profile) {
    Named named =
        new Named(profile.occurredAt().toEpochMilli(), profile.eventId(), profile.region());
    long day = Period.dayOf(named.saidAt());
    int at = 0;
    while (at < byDay.size() && Period.dayOf(byDay.get(at).saidAt()) < day) {
      at++;
    }
    boolean isFirst = at == byDay.size() || Period.dayOf(byDay.get(at).saidAt()) > day;
    if (!isFirst && !byDay.get(at).yieldsTo(named)) {
      return this;
    }
    List<Named> told = new ArrayList<>(byDay);
    if (isFirst) {
      told.add(at, named);
    } else {
      told.set(at, named);
    }
    return new Regions(told);
  }

  /** The last word of the day that holds a moment, as a row; empty if there is none. */
  Optional<RegionOfDay> of(String playerId, long moment) {
    long day = Period.dayOf(moment);
    return byDay.stream()
        .filter(named -> Period.dayOf(named.saidAt()) == day)
        .findFirst()
        .map(named -> new RegionOfDay(playerId, day, named.region(), named.saidAt() + 1));
  }

  /** The region at the end of a period, which is at the beginning of a day; null for none. */
  String before(long endsAt) {
    for (int at = byDay.size() - 1; at >= 0; at--) {
      if (byDay.get(at).saidAt() < endsAt) {
        return byDay.get(at).region();
      }
    }
    return null;
  }
}
