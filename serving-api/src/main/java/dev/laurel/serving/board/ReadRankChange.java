package dev.laurel.serving.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads records of the topic rank-changes, and the entries column of leaderboard_tops, which has
 * the same form.
 */
public final class ReadRankChange {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();
  private static final ObjectReader CHANGE = JSON.readerFor(WireChange.class);
  private static final ObjectReader ENTRIES = JSON.readerForListOf(WireEntry.class);

  private ReadRankChange() {}

  /**
   * Reads one record.
   *
   * @throws IOException if it is not what the topic's contract says, saying where
   */
  public static RankChange read(byte[] value) throws IOException {
    WireChange wire = CHANGE.readValue(value);
    return new RankChange(
        new BoardKey(wire.scope, wire.gameId, wire.region, period(wire.period), wire.periodStart),
        wire.version,
        wire.previousVersion,
        wire.publishedAt,
        wire.asOf,
        wire.total,
        wire.size,
        wire.changes.stream().map(WireEntry::entry).toList(),
        wire.removed);
  }

  private static Period period(String text) throws IOException {
    return Period.named(text)
        .orElseThrow(
            () ->
                new IOException(
                    "period is '%s', expected one of %s".formatted(text, Period.names())));
  }

  /** Reads the entries of a row of leaderboard_tops, in rank order. */
  static List<Entry> entries(String json) throws JsonProcessingException {
    List<WireEntry> entries = ENTRIES.readValue(json);
    return entries.stream().map(WireEntry::entry).sorted(Placed.RANK_ORDER).toList();
  }

  private record WireChange(
      @JsonProperty(required = true) String scope,
      @JsonProperty(required = true) String gameId,
      @JsonProperty(required = true) String region,
      @JsonProperty(required = true) String period,
      @JsonProperty(required = true) LocalDate periodStart,
      @JsonProperty(required = true) long version,
      @JsonProperty(required = true) Optional<Long> previousVersion,
      @JsonProperty(required = true) Instant publishedAt,
      @JsonProperty(required = true) Optional<Instant> asOf,
      @JsonProperty(required = true) long total,
      @JsonProperty(required = true) int size,
      @JsonProperty(required = true) List<WireEntry> changes,
      @JsonProperty(required = true) List<String> removed) {}

  private record WireEntry(
      @JsonProperty(required = true) String playerId,
      @JsonProperty(required = true) long score,
      @JsonProperty(required = true) Instant reachedAt,
      Optional<String> username,
      Optional<String> region) {

    Entry entry() {
      return new Entry(playerId, score, reachedAt, username, region);
    }
  }
}
