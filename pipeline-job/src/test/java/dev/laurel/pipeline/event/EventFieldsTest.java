package dev.laurel.pipeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of every type of event, and what is wrong with it. */
class EventFieldsTest {
  private static final String FIELDS =
      """
      unlock     | eventId       | 1 to 128 letters, digits or ._:@-
      unlock     | playerId      | 1 to 128 letters, digits or ._:@-
      unlock     | occurredAt    | a time with an offset from 1970 to 2999
      unlock     | gameId        | a game's identifier
      unlock     | achievementId | 1 to 128 letters, digits or ._:@-
      action     | eventId       | 1 to 128 letters, digits or ._:@-
      action     | actionType    | 1 to 128 letters, digits or ._:@-
      action     | requestId     | 1 to 128 letters, digits or ._:@-
      action     | actionId      | 1 to 128 letters, digits or ._:@-
      playtime   | playerId      | 1 to 128 letters, digits or ._:@-
      playtime   | gameId        | a game's identifier
      playtime   | seconds       | a whole number from 1 to 86,400
      profile    | occurredAt    | a time with an offset from 1970 to 2999
      profile    | username      | a text of 1 to 100 characters
      profile    | region        | 2 to 10 letters, digits or -
      moderation | verdict       | a string
      moderation | reason        | a text of 1 to 1000 characters
      moderation | by            | a text of 1 to 128 characters
      moderation | type          | a string
      """;

  @ParameterizedTest
  @CsvSource(textBlock = FIELDS, delimiter = '|', quoteCharacter = '"')
  void refusesAMissingField(String type, String field, String expected) {
    Refusal refusal = EventSample.named(type).without(field).refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.message()).startsWith(field + " is missing, expected " + expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = FIELDS, delimiter = '|', quoteCharacter = '"')
  void takesNullForMissing(String type, String field, String expected) {
    Refusal refusal = EventSample.named(type).with(field, "null").refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.message()).startsWith(field + " is missing, expected " + expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = FIELDS, delimiter = '|', quoteCharacter = '"')
  void refusesAFieldOfAnotherKind(String type, String field, String expected) {
    for (String other : new String[] {"true", "[\"a\"]", "{\"a\": 1}", "1.5"}) {
      Refusal refusal = EventSample.named(type).with(field, other).refusal();

      assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
      assertThat(refusal.message()).startsWith(field + " is " + other + ", expected ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unlock     | type          | "Unlock"        | 'Unlock'     | unlock, action, playtime, profile or moderation
          unlock     | type          | ""              | ''           | unlock, action, playtime, profile or moderation
          unlock     | eventId       | ""              | ''           | 1 to 128 letters
          unlock     | eventId       | "a b"           | 'a b'        | 1 to 128 letters
          unlock     | eventId       | "a/b"           | 'a/b'        | 1 to 128 letters
          unlock     | eventId       | "a\\n"          | 'a\\u000a'   | 1 to 128 letters
          unlock     | eventId       | "a\\u0000"      | 'a\\u0000'   | 1 to 128 letters
          unlock     | eventId       | "é"             | 'é'          | 1 to 128 letters
          unlock     | playerId      | "ada!"          | 'ada!'       | 1 to 128 letters
          unlock     | gameId        | "global"        | 'global'     | a game's identifier: global and _none are reserved
          unlock     | gameId        | "_none"         | '_none'      | a game's identifier: global and _none are reserved
          action     | gameId        | "global"        | 'global'     | a game's identifier: global and _none are reserved
          action     | gameId        | "_none"         | '_none'      | a game's identifier: global and _none are reserved
          playtime   | gameId        | "_none"         | '_none'      | a game's identifier: global and _none are reserved
          action     | gameId        | ""              | ''           | 1 to 128 letters
          action     | gameId        | 7               | 7            | 1 to 128 letters
          action     | ipAddress     | ""              | ''           | a text of 1 to 64 characters
          action     | ipAddress     | 7               | 7            | a text of 1 to 64 characters
          action     | userAgent     | ""              | ''           | a text of 1 to 512 characters
          action     | userAgent     | "\\udc00"       | '\\udc00'    | a text of 1 to 512 characters
          action     | points        | 1000000001      | 1000000001   | a whole number from -1,000,000,000 to 1,000,000,000
          unlock     | points        | -1000000001     | -1000000001  | a whole number from -1,000,000,000 to 1,000,000,000
          unlock     | points        | 0.5             | 0.5          | a whole number
          unlock     | points        | 1e400           | 1e400        | a whole number
          unlock     | points        | 1e-400          | 1e-400       | a whole number
          unlock     | points        | 1e99999999999   | 1e99999999999 | a whole number
          unlock     | points        | 99999999999999999999 | 99999999999999999999 | a whole number
          unlock     | points        | "5"             | '5'          | a whole number
          playtime   | seconds       | 0               | 0            | a whole number from 1 to 86,400
          playtime   | seconds       | 86401           | 86401        | a whole number from 1 to 86,400
          playtime   | seconds       | -1              | -1           | a whole number from 1 to 86,400
          profile    | username      | ""              | ''           | a text of 1 to 100 characters
          profile    | username      | "a\\u0000"      | 'a\\u0000'   | a text of 1 to 100 characters without U+0000
          profile    | username      | "\\ud83d!"      | '\\ud83d!'   | a text of 1 to 100 characters without U+0000
          profile    | username      | "\\ud83d"       | '\\ud83d'    | a text of 1 to 100 characters without U+0000
          profile    | region        | "G"             | 'G'          | 2 to 10 letters
          profile    | region        | "ABCDEFGHIJK"   | 'ABCDEFGHIJK' | 2 to 10 letters
          profile    | region        | "*"             | '*'          | 2 to 10 letters
          profile    | region        | "G_B"           | 'G_B'        | 2 to 10 letters
          moderation | verdict       | "ban"           | 'ban'        | exclude or restore
          moderation | verdict       | "Exclude"       | 'Exclude'    | exclude or restore
          moderation | reason        | ""              | ''           | a text of 1 to 1000 characters
          moderation | by            | ""              | ''           | a text of 1 to 128 characters
          unlock     | metadata      | [1]             | [1]          | a JSON object of at most 8192 bytes
          unlock     | metadata      | "{}"            | '{}'         | a JSON object of at most 8192 bytes
          action     | metadata      | 7               | 7            | a JSON object of at most 8192 bytes
          action     | metadata      | {"a":["\\u0000"]} | {"a":["\\u0000"]} | an object without U+0000
          action     | metadata      | {"\\u0000":1}   | {"\\u0000":1} | an object without U+0000
          action     | metadata      | {"a":"\\ud83d"} | {"a":"\\ud83d"} | an object without U+0000
          """)
  void namesTheFieldItsValueAndWhatWasExpected(
      String type, String field, String json, String shown, String expected) {
    Refusal refusal = EventSample.named(type).with(field, json).refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.message()).startsWith(field + " is " + shown + ", expected " + expected);
  }
}
