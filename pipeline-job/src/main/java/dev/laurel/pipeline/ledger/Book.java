package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.Shown;
import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * One player's book: who they are and what they did, over all games and in each. Changed in place
 * by the task that holds it, kept as one value, one a player, for ever.
 */
final class Book {
  private final String playerId;
  private final ScopeBook all = new ScopeBook(Board.GLOBAL);
  private final Games games;
  Profile profile = Profile.NONE;
  Regions regions = Regions.NONE;
  Exclusion exclusion = Exclusion.NONE;

  /** Events that wait for the catalog, a count. */
  int waiting;

  /** How often the book changed: the version of the rows that are made of it. */
  long changes;

  /** Points of the accepted actions. */
  long actionPoints;

  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;

  /** Greatest log time of an event that can be repeated, in milliseconds since 1970. */
  long newestLoggedAt = Long.MIN_VALUE;

  /** Whether identities that end are remembered. */
  boolean hasRequests;

  /** Whether its rows were not told since they changed. Not a part of the value. */
  boolean isUntold;

  /** Whether there are days that were not told since they changed. Not a part of the value. */
  boolean hasUntoldDays;

  /** How much of the heap it takes, as {@link HeldBooks} counts. */
  int units;

  /** Whether it was asked for since it was held or passed over. */
  boolean isAskedFor;

  /** Whether it changed again while it was unsaved. */
  boolean changesOften;

  /** Whether it was never saved. */
  boolean isNew;

  private Shown shown;

  Book(String playerId) {
    this(playerId, new Games());
  }

  Book(String playerId, Games games) {
    this.playerId = playerId;
    this.games = games;
  }

  String playerId() {
    return playerId;
  }

  ScopeBook all() {
    return all;
  }

  /** Games, and {@link PlayerEvent#NO_GAME} for actions without one. */
  Games games() {
    return games;
  }

  /** The game's book, begun if there is none. */
  ScopeBook game(String gameId) {
    ScopeBook known = games.find(gameId);
    if (known == null) {
      known = new ScopeBook(gameId);
      known.unlocks = new Unlocks();
      games.add(known);
    }
    return known;
  }

  /** Takes in that something was accepted of or about the player. */
  void seen(PlayerEvent event) {
    long at = event.occurredAt().toEpochMilli();
    firstSeen = Math.min(firstSeen, at);
    lastSeen = Math.max(lastSeen, at);
    changes++;
  }

  /** Says when something was seen first and last; null where nothing was. */
  void seen(Instant first, Instant last) {
    firstSeen = first == null ? Long.MAX_VALUE : first.toEpochMilli();
    lastSeen = last == null ? Long.MIN_VALUE : last.toEpochMilli();
  }

  /** Least event time of an accepted event; null if there is none. */
  Instant firstSeen() {
    return firstSeen == Long.MAX_VALUE ? null : Instant.ofEpochMilli(firstSeen);
  }

  /** Greatest event time of an accepted event; null if there is none. */
  Instant lastSeen() {
    return lastSeen == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastSeen);
  }

  /** The game's book, if there is one. */
  Optional<ScopeBook> knownGame(String gameId) {
    return Optional.ofNullable(games.find(gameId));
  }

  /** Whether the event is older or newer than all that was seen of the player. */
  boolean isNewlySeen(PlayerEvent event) {
    long at = event.occurredAt().toEpochMilli();
    return at < firstSeen || at > lastSeen;
  }

  /** Says who the player is. */
  void tell(Profile newProfile, Regions newRegions) {
    profile = newProfile;
    regions = newRegions;
    shown = null;
  }

  /** Who the player is to readers of boards. */
  Shown shown() {
    if (shown == null) {
      shown = new Shown(playerId, profile.username());
    }
    return shown;
  }

  boolean excluded() {
    return exclusion.excluded();
  }
}
