package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.Optional;

/** The catalog as far as it has been read. */
public interface Catalog {

  /** Everything that was published about the subject. */
  Optional<DefinitionHistory> of(Subject subject);

  /** Log time up to which it has been read. */
  Instant completeUpTo();
}
