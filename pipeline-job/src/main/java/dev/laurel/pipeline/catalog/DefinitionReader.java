package dev.laurel.pipeline.catalog;

import static dev.laurel.pipeline.event.UnreadableRecordException.invalid;
import static dev.laurel.pipeline.event.UnreadableRecordException.missing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.laurel.pipeline.event.JsonFields;
import dev.laurel.pipeline.event.JsonObjectReader;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.event.UnreadableRecordException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a record of the topic {@code catalog} as the definition it is. */
public final class DefinitionReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long MOST_A_DAY = 1_000_000_000;

  private final JsonFields fields;
  private final Map<String, Object> known = new LinkedHashMap<>();

  private DefinitionReader(JsonFields fields) {
    this.fields = fields;
  }

  /**
   * The definition, in force from where a later version would be: {@link Definitions} knows whether
   * it is the first.
   *
   * @throws UnreadableRecordException if the record is no definition
   */
  public static Definition read(SourceRecord source) throws UnreadableRecordException {
    return new DefinitionReader(JsonObjectReader.read(source.valueOrEmpty())).definition(source);
  }

  private Definition definition(SourceRecord source) throws UnreadableRecordException {
    Subject subject = subject(known("kind", fields.string("kind")));
    if (subject.kind() != Kind.ACTION) {
      known("name", fields.text("name", 200));
    }
    describe(subject);
    Worth worth = subject.kind() == Kind.GAME ? Worth.NOTHING : worth();
    boolean repeatable = subject.kind() == Kind.ACHIEVEMENT && flag("repeatable", false);
    int maxPerDay = subject.kind() == Kind.ACTION ? maxPerDay(worth) : 0;
    boolean active = flag("active", true);
    Instant soonest = source.loggedAt().plus(DefinitionHistory.NOTICE);
    Instant inForceFrom = effectiveFrom().filter(soonest::isBefore).orElse(soonest);
    return new Definition(
        subject,
        worth,
        active,
        repeatable,
        maxPerDay,
        inForceFrom,
        source.loggedAt(),
        source.offset(),
        json());
  }

  private Subject subject(String kind) throws UnreadableRecordException {
    return switch (kind) {
      case "game" -> Subject.game(known("gameId", fields.game("gameId")));
      case "achievement" ->
          Subject.achievement(
              known("gameId", fields.game("gameId")),
              known("achievementId", fields.identifier("achievementId")));
      case "action" -> Subject.action(known("actionType", fields.identifier("actionType")));
      default -> throw invalid("kind", kind, "game, achievement or action");
    };
  }

  private void describe(Subject subject) throws UnreadableRecordException {
    if (subject.kind() != Kind.GAME) {
      fields.optionalText("description", 2000).ifPresent(text -> known("description", text));
      fields.optionalText("category", 100).ifPresent(text -> known("category", text));
    }
    fields.optionalText("imageUrl", 2048).ifPresent(text -> known("imageUrl", text));
  }

  private Worth worth() throws UnreadableRecordException {
    Optional<Long> points = points("points");
    Optional<Long> least = points("minPoints");
    Optional<Long> greatest = points("maxPoints");
    if (points.isPresent() && (least.isPresent() || greatest.isPresent())) {
      throw invalid("points", points.get(), "either points, or maxPoints and minPoints");
    }
    if (points.isPresent()) {
      return Worth.fixed(points.get());
    }
    if (greatest.isEmpty()) {
      throw missing("points", "a whole number, or maxPoints where the events carry their points");
    }
    if (least.orElse(0L) > greatest.get()) {
      throw invalid("minPoints", least.orElse(0L), "at most maxPoints, " + greatest.get());
    }
    return Worth.within(least.orElse(0L), greatest.get());
  }

  private Optional<Long> points(String field) throws UnreadableRecordException {
    Optional<Long> points =
        fields.optionalNumber(field, -JsonFields.MOST_POINTS, JsonFields.MOST_POINTS);
    points.ifPresent(value -> known(field, value));
    return points;
  }

  private int maxPerDay(Worth worth) throws UnreadableRecordException {
    Optional<String> writer = fields.optionalText("writer", 20);
    if (writer.isPresent()) {
      known("writer", writer.get());
      if (!writer.get().equals("game-server")
          && (worth.variable() || !writer.get().equals("player"))) {
        throw invalid(
            "writer",
            writer.get(),
            worth.variable() ? "game-server: the points vary" : "player or game-server");
      }
    }
    Optional<Long> limit = fields.optionalNumber("maxPerDay", 1, MOST_A_DAY);
    limit.ifPresent(value -> known("maxPerDay", value));
    return limit.orElse(0L).intValue();
  }

  private boolean flag(String field, boolean unlessGiven) throws UnreadableRecordException {
    Optional<Boolean> flag = fields.optionalFlag(field);
    flag.ifPresent(value -> known(field, value));
    return flag.orElse(unlessGiven);
  }

  private Optional<Instant> effectiveFrom() throws UnreadableRecordException {
    Optional<Instant> time = fields.optionalTime("effectiveFrom");
    time.ifPresent(value -> known("effectiveFrom", value.toString()));
    return time;
  }

  private <T> T known(String field, T value) {
    known.put(field, value);
    return value;
  }

  private String json() {
    try {
      return JSON.writeValueAsString(known);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(
          "strings, numbers and flags could not be written as JSON: " + known, impossible);
    }
  }
}
