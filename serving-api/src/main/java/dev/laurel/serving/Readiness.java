package dev.laurel.serving;

import dev.laurel.serving.board.BoardCache;
import dev.laurel.serving.board.RankChangeFeed;
import dev.laurel.serving.board.Rehearsal;
import dev.laurel.serving.database.WatchDatabase;
import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.webserver.observe.health.HealthObserver;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether the service can do its work: the database answers, the boards are loaded, the first
 * places have been asked for, and the feed of rank changes is connected. It lives without any of
 * them.
 */
record Readiness(
    WatchDatabase database, BoardCache cache, RankChangeFeed feed, Rehearsal rehearsal) {

  /** Whether boards from memory are up to date. */
  boolean isUpToDate() {
    return database.isUp() && feed.progress().isConnected();
  }

  HealthObserver observer() {
    return HealthObserver.builder()
        .useSystemServices(false)
        .details(true)
        .addHealthChecks(
            List.of(
                new Named("service", HealthCheckType.LIVENESS, () -> true),
                new Named("database", HealthCheckType.READINESS, database::isUp),
                new Named("boards", HealthCheckType.READINESS, cache::isLoaded),
                new Named("rehearsal", HealthCheckType.READINESS, rehearsal::isOver),
                new Named("rank-changes", HealthCheckType.READINESS, feed.progress()::isConnected)))
        .build();
  }

  private record Named(String name, HealthCheckType type, BooleanSupplier isUp)
      implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.builder().status(isUp.getAsBoolean()).build();
    }
  }
}
