package dev.laurel.pipeline.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.event.UnreadableRecordException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The topic {@code catalog} as a test writes it, and the catalog that is read from it. */
public final class CatalogLog implements Catalog {
  private final Definitions definitions = new Definitions();
  private final Map<String, DefinitionHistory> histories = new HashMap<>();
  private final CatalogIndex index = new CatalogIndex();
  private long nextOffset;

  /** Publishes a definition; returns what readers are told of it. */
  public CatalogUpdate publish(Instant at, String json) {
    try {
      Definition version = definitions.add(DefinitionReader.read(record(nextOffset++, at, json)));
      index.put(
          histories.merge(
              version.subject().key(),
              DefinitionHistory.of(version),
              (earlier, ignored) -> earlier.with(version)));
      return CatalogUpdate.published(version);
    } catch (UnreadableRecordException unreadable) {
      throw new AssertionError(json + " is no definition: " + unreadable.getMessage(), unreadable);
    }
  }

  /** Has been read up to then; returns what readers are told of it. */
  public CatalogUpdate readUpTo(Instant upTo) {
    index.completeUpTo(upTo);
    return CatalogUpdate.complete(upTo);
  }

  @Override
  public Optional<DefinitionHistory> game(String gameId) {
    return index.game(gameId);
  }

  @Override
  public Optional<DefinitionHistory> achievement(String gameId, String achievementId) {
    return index.achievement(gameId, achievementId);
  }

  @Override
  public Optional<DefinitionHistory> action(String actionType) {
    return index.action(actionType);
  }

  @Override
  public Instant completeUpTo() {
    return index.completeUpTo();
  }

  static SourceRecord record(long offset, Instant at, String json) {
    return new SourceRecord("catalog", 0, offset, at, new byte[0], json.getBytes(UTF_8));
  }
}
