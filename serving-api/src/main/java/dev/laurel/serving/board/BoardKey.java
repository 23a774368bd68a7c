package dev.laurel.serving.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which board: the key of the table leaderboard_tops and of the topic rank-changes.
 *
 * @param scope {@code global} or {@code game}
 * @param gameId the game, or {@code global}
 * @param region {@code *} for everyone
 * @param periodStart first day of the period, 1970-01-01 for all-time
 */
public record BoardKey(
    String scope, String gameId, String region, Period period, LocalDate periodStart) {

  /** What stands for a game where all games are meant. */
  public static final String ALL_GAMES = "global";

  /** The region that stands for everyone. */
  public static final String EVERYONE = "*";

  /** How long after its end a period is still waited for before its boards close. */
  private static final Duration UNTIL_CLOSED = Duration.ofHours(1);

  /** The all-time board of everyone in a game, or in all games for {@link #ALL_GAMES}. */
  public static BoardKey allTime(String gameId) {
    return new BoardSeries(gameId, EVERYONE, Period.ALL_TIME).on(LocalDate.EPOCH);
  }

  /** Whether this is the board of all games together. */
  public boolean isGlobal() {
    return scope.equals("global");
  }

  /** Whether it is of everyone. */
  public boolean isOfEveryone() {
    return region.equals(EVERYONE);
  }

  /** Whether it has no end. */
  public boolean isAllTime() {
    return period == Period.ALL_TIME;
  }

  /** This board and those before and after it. */
  public BoardSeries series() {
    return new BoardSeries(gameId, region, period);
  }

  /** The first moment that counts. */
  public Instant startsAt() {
    return momentOf(periodStart);
  }

  /** The first moment that counts no more; of an all-time board one that never comes. */
  public Instant endsAt() {
    return momentOf(period.after(periodStart));
  }

  /** The event time at which it closes. */
  public Instant closesAt() {
    return endsAt().plus(UNTIL_CLOSED);
  }

  /** Whether its period has ended. */
  public boolean isOver(Instant now) {
    return !isAllTime() && !now.isBefore(endsAt());
  }

  /** Whether it may be closed by now: the job closes it later where event time is behind. */
  boolean mayBeClosed(Instant now) {
    return !now.isBefore(closesAt());
  }

  private static Instant momentOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
