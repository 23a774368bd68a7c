package dev.laurel.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import dev.laurel.pipeline.event.UnreadableRecordException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  private static final Instant PUBLISHED_AT = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void readsAGame() throws Exception {
    Definition game = read("{'kind':'game','gameId':'chess','name':'Chess','points':7,'x':[1]}");

    assertThat(game.subject()).isEqualTo(Subject.game("chess"));
    assertThat(game.worth()).isEqualTo(Worth.NOTHING);
    assertThat(game.active()).isTrue();
    assertThat(game.publishedAt()).isEqualTo(PUBLISHED_AT);
    assertThat(game.offset()).isEqualTo(5);
    assertThat(game.json())
        .isEqualTo("{\"kind\":\"game\",\"gameId\":\"chess\",\"name\":\"Chess\"}");
  }

  @Test
  void readsAnAchievement() throws Exception {
    Definition check =
        read(
            "{'kind':'achievement','gameId':'chess','achievementId':'check','name':'Check',"
                + "'points':1.0,'repeatable':true,'active':false}");

    assertThat(check.subject()).isEqualTo(Subject.achievement("chess", "check"));
    assertThat(check.worth()).isEqualTo(Worth.fixed(1));
    assertThat(check.repeatable()).isTrue();
    assertThat(check.active()).isFalse();
  }

  @Test
  void readsAnActionWithVariablePoints() throws Exception {
    Definition race =
        read("{'kind':'action','actionType':'RACE','minPoints':-5,'maxPoints':9,'maxPerDay':3}");

    assertThat(race.subject()).isEqualTo(Subject.action("RACE"));
    assertThat(race.worth()).isEqualTo(Worth.within(-5, 9));
    assertThat(race.maxPerDay()).isEqualTo(3);
  }

  @Test
  void takesZeroForTheLeastPointsUnlessGiven() throws Exception {
    assertThat(read("{'kind':'action','actionType':'RACE','maxPoints':9}").worth())
        .isEqualTo(Worth.within(0, 9));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00+01:00, 2026-03-01T11:00:00Z",
    "2026-03-01T10:00:05.001Z, 2026-03-01T10:00:05.001Z",
    "2026-03-01T10:00:04Z, 2026-03-01T10:00:05Z",
    "2020-01-01T00:00:00Z, 2026-03-01T10:00:05Z"
  })
  void comesIntoForceWhenItSaysButWithFiveSecondsNotice(String effectiveFrom, Instant inForceFrom)
      throws Exception {
    Definition game =
        read("{'kind':'game','gameId':'g','name':'G','effectiveFrom':'" + effectiveFrom + "'}");

    assertThat(game.inForceFrom()).isEqualTo(inForceFrom);
  }

  @Test
  void comesIntoForceFiveSecondsAfterItIsPublishedUnlessGiven() throws Exception {
    assertThat(read("{'kind':'game','gameId':'g','name':'G'}").inForceFrom())
        .isEqualTo(Instant.parse("2026-03-01T10:00:05Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                          | kind is missing, expected a string
          {'kind':'player'}                                           | kind is 'player', expected game, achievement or action
          {'kind':'game','name':'G'}                                  | gameId is missing, expected a game's identifier
          {'kind':'game','gameId':'global','name':'G'}                | gameId is 'global', expected a game's identifier: global and _none are reserved
          {'kind':'game','gameId':'_none','name':'G'}                 | gameId is '_none', expected a game's identifier: global and _none are reserved
          {'kind':'game','gameId':'g'}                                | name is missing, expected a text of 1 to 200 characters
          {'kind':'game','gameId':'g','name':'G','active':'yes'}      | active is 'yes', expected true or false
          {'kind':'game','gameId':'g','name':'G','imageUrl':''}       | imageUrl is '', expected a text of 1 to 2048 characters
          {'kind':'game','gameId':'g','name':'G','effectiveFrom':'soon'} | effectiveFrom is 'soon', expected a time with an offset
          {'kind':'achievement','gameId':'g','name':'A','points':1}   | achievementId is missing, expected 1 to 128 letters
          {'kind':'achievement','gameId':'g','achievementId':'a','name':'A'} | points is missing, expected a whole number, or maxPoints
          {'kind':'achievement','gameId':'g','achievementId':'a','name':'A','points':1,'repeatable':1} | repeatable is 1, expected true or false
          {'kind':'action','points':1}                                | actionType is missing, expected 1 to 128 letters
          {'kind':'action','actionType':'A','points':1.5}             | points is 1.5, expected a whole number
          {'kind':'action','actionType':'A','points':1000000001}      | points is 1000000001, expected a whole number
          {'kind':'action','actionType':'A','points':1,'maxPoints':2} | points is 1, expected either points, or maxPoints and minPoints
          {'kind':'action','actionType':'A','points':1,'minPoints':0} | points is 1, expected either points, or maxPoints and minPoints
          {'kind':'action','actionType':'A','minPoints':1}            | points is missing, expected a whole number, or maxPoints
          {'kind':'action','actionType':'A','minPoints':3,'maxPoints':2} | minPoints is 3, expected at most maxPoints, 2
          {'kind':'action','actionType':'A','maxPoints':-1}           | minPoints is 0, expected at most maxPoints, -1
          {'kind':'action','actionType':'A','points':1,'writer':'me'} | writer is 'me', expected player or game-server
          {'kind':'action','actionType':'A','maxPoints':1,'writer':'player'} | writer is 'player', expected game-server: the points vary
          {'kind':'action','actionType':'A','points':1,'maxPerDay':0} | maxPerDay is 0, expected a whole number from 1
          """)
  void namesTheFieldItsValueAndWhatWasExpected(String json, String message) {
    Refusal refusal = refusal(json);

    assertThat(refusal.reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(refusal.message()).startsWith(message);
  }

  @Test
  void refusesWhatIsNotOneObject() {
    assertThat(refusal("[]").reason()).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("{'kind':'game','kind':'game'}").reason()).isEqualTo(Reason.MALFORMED);
  }

  private static Definition read(String json) throws UnreadableRecordException {
    return DefinitionReader.read(CatalogLog.record(5, PUBLISHED_AT, json.replace('\'', '"')));
  }

  private static Refusal refusal(String json) {
    return catchThrowableOfType(UnreadableRecordException.class, () -> read(json)).refusal();
  }
}
