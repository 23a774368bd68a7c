package dev.laurel.pipeline.event;

import java.time.Instant;
import java.util.Optional;

/**
 * The fields of an event's record, however they were found. A field that is absent, of another kind
 * or out of range where it must not be throws, as {@link JsonFields} defines it.
 */
interface EventFields {
  String string(String field) throws UnreadableRecordException;

  String identifier(String field) throws UnreadableRecordException;

  String game(String field) throws UnreadableRecordException;

  Optional<String> optionalGame(String field) throws UnreadableRecordException;

  String region(String field) throws UnreadableRecordException;

  String text(String field, int longest) throws UnreadableRecordException;

  Optional<String> optionalText(String field, int longest) throws UnreadableRecordException;

  long number(String field, long least, long greatest) throws UnreadableRecordException;

  Optional<Long> optionalNumber(String field, long least, long greatest)
      throws UnreadableRecordException;

  Instant time(String field) throws UnreadableRecordException;

  Optional<String> optionalObject(String field, int mostBytes) throws UnreadableRecordException;
}
