package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.PlayerEvent;
import java.time.Instant;

/**
 * One player over all games. A state type, one a player, kept for ever.
 *
 * @param activity what the player did
 * @param profile who the player is
 * @param exclusion whether a moderator took the player off all boards
 * @param waiting events that wait for the catalog, a count
 * @param changes how often the account changed: the version of the rows that are made of it
 */
public record Account(
    Activity activity, Profile profile, Exclusion exclusion, int waiting, long changes) {
  static final Account NEW = new Account(Activity.NONE, Profile.NONE, Exclusion.NONE, 0, 0);

  /** With an unlock, an action or a playtime that counts. */
  Account booked(PlayerEvent event, long points) {
    return new Account(activity.booked(event, points), profile, exclusion, waiting, changes);
  }

  /** With the profile, if it is the last word. */
  Account profiled(PlayerEvent event) {
    return new Account(activity.seen(event), profile.told(event), exclusion, waiting, changes);
  }

  /** With the moderator's verdict, if it is the last word. */
  Account moderated(PlayerEvent event) {
    return new Account(activity.seen(event), profile, exclusion.told(event), waiting, changes);
  }

  /** As the next version of itself. */
  Account changed() {
    return new Account(activity, profile, exclusion, waiting, changes + 1);
  }

  /** With so many events that wait. */
  Account waiting(int events) {
    return new Account(activity, profile, exclusion, events, changes);
  }

  /** Whether the player is shown on the boards they scored on. */
  boolean isListed() {
    return !excluded();
  }

  Tally scored() {
    return activity.scored();
  }

  long actions() {
    return activity.actions();
  }

  long actionPoints() {
    return activity.actionPoints();
  }

  Instant firstSeen() {
    return activity.firstSeen();
  }

  Instant lastSeen() {
    return activity.lastSeen();
  }

  String username() {
    return profile.username();
  }

  String region() {
    return profile.region();
  }

  boolean excluded() {
    return exclusion.excluded();
  }
}
