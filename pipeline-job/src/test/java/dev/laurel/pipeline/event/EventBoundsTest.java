package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long texts may be and how great numbers, and that absent is absent. */
class EventBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "action, ipAddress, 64",
    "action, userAgent, 512",
    "profile, username, 100",
    "moderation, reason, 1000",
    "moderation, by, 128"
  })
  void countsTheLengthOfATextInCodePoints(String type, String field, int longest) {
    EventSample sample = EventSample.named(type);

    assertThat(sample.text(field, "\uD83D\uDE00".repeat(longest)).read().readable()).isPresent();
    assertThat(sample.text(field, "\\ud83d\\ude00".repeat(longest)).read().readable()).isPresent();
    assertThat(sample.text(field, "a".repeat(longest + 1)).refusal().message())
        .startsWith(field + " is 'aaa")
        .endsWith(", expected a text of 1 to " + longest + " characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eventId", "playerId", "actionType", "gameId", "requestId", "actionId"})
  void readsIdentifiersOfUpTo128Characters(String field) {
    EventSample sample = EventSample.action();

    assertThat(sample.text(field, "aZ09._:@".repeat(16)).read().readable()).isPresent();
    assertThat(sample.text(field, "-".repeat(129)).refusal().reason())
        .isEqualTo(Reason.INVALID_FIELD);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000, 1000000000",
    "-1000000000, -1000000000",
    "0, 0",
    "-0, 0",
    "100.0, 100",
    "1e2, 100",
    "-2.50E+1, -25",
    "0e999999999, 0",
    "-0.0, 0"
  })
  void readsEveryWholeNumber(String sent, long points) {
    assertThat(EventSample.unlock().with("points", sent).event().carriedPoints()).contains(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"points", "metadata", "ipAddress", "userAgent", "gameId"})
  void takesNullForAbsentWhereAFieldIsOptional(String field) {
    PlayerEvent event = EventSample.action().with(field, "null").event();

    assertThat(event)
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(EventSample.action().event());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00e9", "\\u00e9", "a"})
  void boundsMetadataByTheBytesThatWereSent(String letter) {
    int bytes = letter.getBytes(UTF_8).length;
    int letters = (8192 - "{\"a\":\"\"}".length()) / bytes;
    int rest = 8192 - "{\"a\":\"\"}".length() - letters * bytes;
    String longest = "{\"a\":\"" + letter.repeat(letters) + "\"" + " ".repeat(rest) + "}";

    assertThat(EventSample.unlock().with("metadata", longest).event().metadata())
        .isEqualTo(longest);
    assertThat(
            EventSample.unlock().with("metadata", longest.replace("}", " }")).refusal().message())
        .startsWith("metadata is {\"a\":\"")
        .endsWith(", expected a JSON object of at most 8192 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {161, 5000})
  void keepsAMessageShortAndOnOneLine(int length) {
    String name = "\uD83D\uDE00\\n".repeat(length);

    String message = EventSample.profile().text("username", name).refusal().message();

    assertThat(message).startsWith("username is '").hasSizeLessThan(1_500).doesNotContain("\n");
    assertThat(message.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff).boxed()).isEmpty();
    assertThat(message.lines().collect(joining())).isEqualTo(message);
  }
}
