package dev.laurel.pipeline.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * What the readers of the catalog are told: a definition, or how far it has been read. A wire type:
 * exactly one is there, the other is null.
 *
 * @param definition a version that was published
 * @param completeUpTo log time up to which every definition has been told
 */
public record CatalogUpdate(Definition definition, Instant completeUpTo) {

  static CatalogUpdate published(Definition definition) {
    return new CatalogUpdate(definition, null);
  }

  static CatalogUpdate complete(Instant upTo) {
    return new CatalogUpdate(null, upTo);
  }

  /** The version that was published, if this is one. */
  public Optional<Definition> published() {
    return Optional.ofNullable(definition);
  }
}
