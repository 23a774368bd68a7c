package dev.laurel.pipeline.event;

import static dev.laurel.pipeline.event.UnreadableRecordException.invalid;
import static dev.laurel.pipeline.event.UnreadableRecordException.missing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a record of {@code player-events} as the event it is, or says why it is none. Never throws
 * on bad input.
 */
public final class EventReader {
  /** How far an event may be dated ahead of its log time. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private static final int MOST_METADATA_BYTES = 8 * 1024;
  private static final long SECONDS_OF_A_DAY = 86_400;

  private EventReader() {}

  /** What the record says. */
  public static Arrival read(SourceRecord source) {
    Optional<PlayerEvent> plain = plain(source);
    return plain.isPresent() ? onTime(plain.get(), source) : strict(source);
  }

  /** The event of a plain record; empty if it is not plain, or perhaps none. */
  static Optional<PlayerEvent> plain(SourceRecord source) {
    Optional<PlainFields> fields = PlainFields.of(source.valueOrEmpty());
    try {
      return fields.isPresent() ? Optional.of(event(fields.get(), source)) : Optional.empty();
    } catch (UnreadableRecordException unsure) {
      return Optional.empty();
    }
  }

  /** What any record says: the definition of what is read, and why the rest is not. */
  static Arrival strict(SourceRecord source) {
    try {
      return onTime(event(JsonObjectReader.read(source.valueOrEmpty()), source), source);
    } catch (UnreadableRecordException unreadable) {
      return Arrival.unreadable(source, unreadable.refusal());
    }
  }

  private static Arrival onTime(PlayerEvent event, SourceRecord source) {
    return event.occurredAt().isAfter(source.loggedAt().plus(CLOCK_TOLERANCE))
        ? Arrival.unreadable(source, new Refusal(Reason.FROM_THE_FUTURE, futureMessage(event)))
        : Arrival.of(event);
  }

  private static PlayerEvent event(EventFields fields, SourceRecord source)
      throws UnreadableRecordException {
    String name = fields.string("type");
    EventType type =
        EventType.named(name)
            .orElseThrow(
                () -> invalid("type", name, "unlock, action, playtime, profile or moderation"));
    EventDraft draft = new EventDraft(type, source);
    draft.eventId = fields.identifier("eventId");
    draft.playerId = fields.identifier("playerId");
    draft.occurredAt = fields.time("occurredAt");
    requireKey(source, draft.playerId);
    switch (type) {
      case UNLOCK -> readUnlock(fields, draft);
      case ACTION -> readAction(fields, draft);
      case PLAYTIME -> readPlaytime(fields, draft);
      case PROFILE -> readProfile(fields, draft);
      case MODERATION -> readModeration(fields, draft);
    }
    return draft.event();
  }

  private static void readUnlock(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    draft.gameId = fields.game("gameId");
    draft.achievementId = fields.identifier("achievementId");
    readWorth(fields, draft);
  }

  private static void readAction(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    draft.actionType = fields.identifier("actionType");
    draft.gameId = fields.optionalGame("gameId").orElse(null);
    draft.requestId = fields.identifier("requestId");
    draft.actionId = fields.identifier("actionId");
    draft.ipAddress = fields.optionalText("ipAddress", 64).orElse(null);
    draft.userAgent = fields.optionalText("userAgent", 512).orElse(null);
    readWorth(fields, draft);
  }

  private static void readWorth(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    draft.points =
        fields
            .optionalNumber("points", -JsonFields.MOST_POINTS, JsonFields.MOST_POINTS)
            .orElse(null);
    draft.metadata = fields.optionalObject("metadata", MOST_METADATA_BYTES).orElse(null);
  }

  private static void readPlaytime(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    draft.gameId = fields.game("gameId");
    draft.seconds = (int) fields.number("seconds", 1, SECONDS_OF_A_DAY);
  }

  private static void readProfile(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    draft.username = fields.text("username", 100);
    draft.region = fields.region("region");
  }

  private static void readModeration(EventFields fields, EventDraft draft)
      throws UnreadableRecordException {
    String verdict = fields.string("verdict");
    if (!verdict.equals("exclude") && !verdict.equals("restore")) {
      throw invalid("verdict", verdict, "exclude or restore");
    }
    draft.excludes = verdict.equals("exclude");
    draft.reason = fields.text("reason", 1000);
    draft.moderator = fields.text("by", 128);
  }

  private static void requireKey(SourceRecord source, String playerId)
      throws UnreadableRecordException {
    if (source.keyOrEmpty().length == 0) {
      throw missing("the record's key", "the playerId '" + playerId + "'");
    }
    if (!Arrays.equals(source.keyOrEmpty(), playerId.getBytes(StandardCharsets.UTF_8))) {
      String key = new String(source.keyOrEmpty(), StandardCharsets.UTF_8);
      throw invalid("the record's key", key, "the playerId '" + playerId + "'");
    }
  }

  private static String futureMessage(PlayerEvent event) {
    Instant latest = event.loggedAt().plus(CLOCK_TOLERANCE);
    return "occurredAt is "
        + event.occurredAt()
        + ", expected at most 5 minutes after the log time, "
        + latest;
  }
}
