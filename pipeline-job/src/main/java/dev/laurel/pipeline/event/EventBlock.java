package dev.laurel.pipeline.event;

import java.time.Instant;

/**
 * The form in which events travel between tasks and lie in state: a {@link ByteBlock}, its first
 * byte the format. Text is what was checked on the way in, so UTF-8 holds all of it.
 *
 * <p>Savepoints hold the order in which things are put here. A new field goes behind all others,
 * and is null or zero in events that were written without it; any other change needs a new format,
 * and the reading of the older ones kept.
 */
final class EventBlock {
  /** The newest format. */
  static final int FORMAT = 1;

  private static final int CARRIES_POINTS = 1;
  private static final int EXCLUDES = 2;

  private EventBlock() {}

  /** Puts an event into an empty block. */
  static void put(PlayerEvent event, ByteBlock block) {
    block.putByte(FORMAT);
    block.putByte(event.type().number());
    putSource(event.source(), block);
    putNumbers(event, block);
    putTime(event.occurredAt(), block);
    block.putText(event.eventId());
    block.putText(event.playerId());
    block.putText(event.gameId());
    block.putText(event.achievementId());
    block.putText(event.actionType());
    block.putText(event.requestId());
    block.putText(event.actionId());
    block.putText(event.metadata());
    block.putText(event.ipAddress());
    block.putText(event.userAgent());
    block.putText(event.username());
    block.putText(event.region());
    block.putText(event.reason());
    block.putText(event.moderator());
  }

  /** Takes the event out of a block that was just read. */
  static PlayerEvent take(ByteBlock block) {
    int format = block.takeByte();
    if (format != FORMAT) {
      throw new IllegalStateException(
          "an event is written in format " + format + ", expected format " + FORMAT);
    }
    EventType type = EventType.numbered(block.takeByte());
    EventDraft draft = new EventDraft(type, takeSource(block));
    takeNumbers(draft, block);
    draft.occurredAt = takeTime(block);
    draft.eventId = block.takeText();
    draft.playerId = block.takeText();
    draft.gameId = block.takeKnownText();
    draft.achievementId = block.takeKnownText();
    draft.actionType = block.takeKnownText();
    draft.requestId = block.takeText();
    draft.actionId = block.takeText();
    draft.metadata = block.takeText();
    draft.ipAddress = block.takeText();
    draft.userAgent = block.takeText();
    draft.username = block.takeText();
    draft.region = block.takeKnownText();
    draft.reason = block.takeText();
    draft.moderator = block.takeText();
    return draft.event();
  }

  private static void putSource(SourceRecord source, ByteBlock block) {
    block.putText(source.topic());
    block.putInt(source.partition());
    block.putLong(source.offset());
    putTime(source.loggedAt(), block);
    block.putBytes(source.key());
    block.putBytes(source.value());
  }

  private static SourceRecord takeSource(ByteBlock block) {
    return new SourceRecord(
        block.takeKnownText(),
        block.takeInt(),
        block.takeLong(),
        takeTime(block),
        block.takeBytes(),
        block.takeBytes());
  }

  private static void putNumbers(PlayerEvent event, ByteBlock block) {
    Long points = event.points();
    block.putByte((points == null ? 0 : CARRIES_POINTS) | (event.excludes() ? EXCLUDES : 0));
    block.putLong(points == null ? 0 : points);
    block.putInt(event.seconds());
  }

  private static void takeNumbers(EventDraft draft, ByteBlock block) {
    int flags = block.takeByte();
    long points = block.takeLong();
    draft.points = (flags & CARRIES_POINTS) == 0 ? null : points;
    draft.excludes = (flags & EXCLUDES) != 0;
    draft.seconds = block.takeInt();
  }

  private static void putTime(Instant time, ByteBlock block) {
    block.putLong(time.getEpochSecond());
    block.putInt(time.getNano());
  }

  private static Instant takeTime(ByteBlock block) {
    long second = block.takeLong();
    return Instant.ofEpochSecond(second, block.takeInt());
  }
}
