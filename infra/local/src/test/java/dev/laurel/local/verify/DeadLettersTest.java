package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final String AT = "2026-03-04T10:00:00Z";

  private final Script log = Script.begin();

  @Test
  void everyRecordThatDoesNotCountStandsThereWithItsCode() throws Exception {
    assertThat(log.send(Line.stored("player-events", "ada", "no json", 0, 0)))
        .isEqualTo(Fate.MALFORMED);
    assertThat(log.send(Line.of("odd", "ada", AT))).isEqualTo(Fate.INVALID_FIELD);
    log.accepted(Line.unlock("ada", "chess", "win", AT));
    assertThat(log.send(Line.unlock("ada", "chess", "none", AT)))
        .isEqualTo(Fate.UNKNOWN_ACHIEVEMENT);

    assertThat(differing("0 0 MALFORMED", "0 1 INVALID_FIELD", "0 3 UNKNOWN_ACHIEVEMENT"))
        .isEmpty();
    assertThat(differing("0 0 MALFORMED", "0 1 MALFORMED"))
        .containsExactly(
            "dead-letters\t0 1 INVALID_FIELD\t*\texpected a letter\tfound no letter",
            "dead-letters\t0 1 MALFORMED\t*\texpected no letter\tfound a letter",
            "dead-letters\t0 3 UNKNOWN_ACHIEVEMENT\t*\texpected a letter\tfound no letter");
  }

  @Test
  void whatTheTopicHasLetGoIsNotMissed() throws Exception {
    log.send(Line.of("odd", "ada", AT));

    var left = new DeadLetters(log.reckoning, into -> {}, new Held(List.of(List.of()), false));

    assertThat(left.compare(Clock.systemUTC(), () -> {}, Duration.ZERO).isEqual()).isTrue();
  }

  @Test
  void aLetterThatComesLateIsWaitedForAndWhatIsRefusedMeanwhileIsNot() throws Exception {
    log.send(Line.of("odd", "ada", AT));
    var topic = new Held(List.of(List.of(), List.of("0 0 INVALID_FIELD")), true);
    var letters = new DeadLetters(log.reckoning, into -> {}, topic);

    var result =
        letters.compare(
            Clock.systemUTC(), () -> log.send(Line.of("odd", "bob", AT)), Duration.ofMinutes(1));

    assertThat(result.isEqual()).isTrue();
  }

  @Test
  void lettersOfTheCatalogAreNotOfTheLog() {
    ConsumerRecord<byte[], byte[]> stored = Line.stored("dead-letters", "k", "{}", 0, 0);
    stored.headers().add("topic", "catalog".getBytes(StandardCharsets.UTF_8));

    assertThat(Letter.read(stored)).isEqualTo(Optional.empty());
  }

  private List<String> differing(String... letters) throws Exception {
    return new DeadLetters(log.reckoning, into -> {}, new Held(List.of(List.of(letters)), true))
        .compare(Clock.systemUTC(), () -> {}, Duration.ZERO)
        .lines();
  }

  /** A topic that has further letters at every look, and in the end no more. */
  private static final class Held implements DeadLetters.Topic {
    private final List<List<String>> looks;
    private final boolean whole;
    private int next;

    Held(List<List<String>> looks, boolean whole) {
      this.looks = looks;
      this.whole = whole;
    }

    @Override
    public void readOn(Set<Letter> into) {
      if (next < looks.size()) {
        looks.get(next++).forEach(each -> into.add(letter(each)));
      }
    }

    @Override
    public boolean isWhole() {
      return whole;
    }

    private static Letter letter(String text) {
      String[] part = text.split(" ", -1);
      return new Letter(Integer.parseInt(part[0]), Long.parseLong(part[1]), part[2]);
    }
  }
}
