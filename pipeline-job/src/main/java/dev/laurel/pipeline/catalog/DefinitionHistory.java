package dev.laurel.pipeline.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of one definition, in the order of their publication; at least one. A state type,
 * kept for ever: an event may be as old as it likes.
 *
 * <p>Which version judges an event is a function of the event, its log time and the topic alone, so
 * that a replay a year later decides alike. The job may read the two topics at any pace, therefore
 * a version takes part only {@link #NOTICE} after its publication, by log time; and whoever asks
 * must have read the catalog up to there ({@link #settles}).
 */
public record DefinitionHistory(List<Definition> versions) {
  /** How long before it can judge anything a version has to be published. */
  static final Duration NOTICE = Duration.ofSeconds(5);

  /** How long after an event, in log time, its definition may first appear. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Comparator<Definition> LATEST_RULES =
      Comparator.comparing(Definition::inForceFrom).thenComparingLong(Definition::offset);

  static DefinitionHistory of(Definition first) {
    return new DefinitionHistory(List.of(first.asFirst()));
  }

  DefinitionHistory with(Definition next) {
    List<Definition> longer = new ArrayList<>(versions);
    longer.add(next.following(first()));
    return new DefinitionHistory(longer);
  }

  Definition first() {
    return versions.get(0);
  }

  Definition newest() {
    return versions.get(versions.size() - 1);
  }

  /** Whether the first version came in time for an event with that log time. */
  boolean covers(Instant loggedAt) {
    return !first().publishedAt().isAfter(loggedAt.plus(PATIENCE));
  }

  /** Whether no version can still appear that would judge an event with that log time. */
  static boolean settles(Instant completeUpTo, Instant loggedAt) {
    return !completeUpTo.isBefore(loggedAt.minus(NOTICE));
  }

  /** The version that judges an event of that time, logged then. */
  Definition inForce(Instant occurredAt, Instant loggedAt) {
    if (versions.size() == 1) {
      return first();
    }
    return versions.stream()
        .filter(version -> !version.inForceFrom().isAfter(occurredAt))
        .filter(version -> !version.publishedAt().plus(NOTICE).isAfter(loggedAt))
        .max(LATEST_RULES)
        .orElseGet(this::first);
  }
}
