package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.Optional;

/** The catalog as far as it has been read. */
public interface Catalog {

  /** Everything that was published about a game. */
  Optional<DefinitionHistory> game(String gameId);

  /** Everything that was published about an achievement. */
  Optional<DefinitionHistory> achievement(String gameId, String achievementId);

  /** Everything that was published about an action type. */
  Optional<DefinitionHistory> action(String actionType);

  /** Log time up to which it has been read. */
  Instant completeUpTo();
}
