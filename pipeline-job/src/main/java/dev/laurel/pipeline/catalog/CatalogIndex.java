package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Definitions by the names that events give, so that judging an event makes no key. */
final class CatalogIndex implements Catalog {
  private final Map<String, Optional<DefinitionHistory>> games = new HashMap<>();
  private final Map<String, Map<String, Optional<DefinitionHistory>>> achievements =
      new HashMap<>();
  private final Map<String, Optional<DefinitionHistory>> actions = new HashMap<>();
  private Instant completeUpTo = Instant.EPOCH;

  /** Puts in a history, in the place of the shorter one of the same subject. */
  void put(DefinitionHistory history) {
    Subject subject = history.first().subject();
    switch (subject.kind()) {
      case GAME -> games.put(subject.gameId(), Optional.of(history));
      case ACHIEVEMENT ->
          achievements
              .computeIfAbsent(subject.gameId(), game -> new HashMap<>())
              .put(subject.achievementId(), Optional.of(history));
      case ACTION -> actions.put(subject.actionType(), Optional.of(history));
    }
  }

  void completeUpTo(Instant upTo) {
    completeUpTo = upTo;
  }

  @Override
  public Optional<DefinitionHistory> game(String gameId) {
    return games.getOrDefault(gameId, Optional.empty());
  }

  @Override
  public Optional<DefinitionHistory> achievement(String gameId, String achievementId) {
    return achievements
        .getOrDefault(gameId, Map.of())
        .getOrDefault(achievementId, Optional.empty());
  }

  @Override
  public Optional<DefinitionHistory> action(String actionType) {
    return actions.getOrDefault(actionType, Optional.empty());
  }

  @Override
  public Instant completeUpTo() {
    return completeUpTo;
  }
}
