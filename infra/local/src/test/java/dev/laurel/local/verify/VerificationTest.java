package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Key ADA = Key.of("ada");

  private final Seconds clock = new Seconds();
  private final Script log = Script.begin();
  private final Shown tables = new Shown();

  @Test
  void tablesThatHaveItAllAreEqualAtOnce() throws Exception {
    assertThat(verify(10).verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(clock.passed).isZero();
  }

  @Test
  void tablesThatCatchUpAreEqual() throws Exception {
    tables.expect(second -> 1);
    tables.have(second -> second < 5 ? 0 : 1);

    assertThat(verify(10).verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(clock.passed).isEqualTo(5);
  }

  @Test
  void whatStaysWrongForAsLongAsIsWaitedIsDifferent() throws Exception {
    tables.expect(second -> 1);
    tables.have(second -> 2);

    assertThat(verify(10).verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(clock.passed).isEqualTo(10);
  }

  @Test
  void aRowOfWhichEverySecondSomethingElseIsExpectedIsUndecided() throws Exception {
    tables.expect(second -> second);
    tables.have(second -> -1);

    assertThat(verify(10).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(clock.passed).isEqualTo(20);
  }

  @Test
  void aWrongRowIsDifferentAlsoWhileAnotherChangesAllTheTime() throws Exception {
    tables.expect(second -> 1);
    tables.have(second -> 2);
    tables.another = true;

    assertThat(verify(10).verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(clock.passed).isEqualTo(20);
  }

  @Test
  void tablesThatDoNotReceiveTheLogAreUndecided() throws Exception {
    log.accepted(Line.action("ada", "LEVEL", "2026-03-04T10:00:00Z"));
    tables.have(second -> 2);

    assertThat(verify(10).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(clock.passed).isEqualTo(10);
  }

  @Test
  void tablesThatReceiveTheLogInTimeAreHeldToIt() throws Exception {
    log.accepted(Line.action("ada", "LEVEL", "2026-03-04T10:00:00Z"));
    tables.receivedAfter = 9;

    assertThat(verify(10).verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(clock.passed).isEqualTo(9);
  }

  @Test
  void countsOfTheLogThatAloneAreWrongAreDifferent() throws Exception {
    log.accepted(Line.action("ada", "LEVEL", "2026-03-04T10:00:00Z"));
    tables.only = Table.LOG_DAILY_COUNTS;
    tables.expect(second -> 1);
    tables.have(second -> 0);

    assertThat(verify(10).verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void whatWasFoundEqualIsNotLookedAtAgain() throws Exception {
    tables.expect(second -> 1);
    tables.have(second -> second < 3 ? 0 : 1);

    verify(10);

    assertThat(tables.asked.subList(0, Table.values().length)).allMatch(Set::isEmpty);
    assertThat(tables.asked.subList(Table.values().length, tables.asked.size()))
        .hasSize(3)
        .allMatch(Set.of(ADA)::equals);
  }

  private Verification.Result verify(int seconds) throws Exception {
    return new Verification(
            log.reckoning, into -> {}, tables, clock, clock::pass, Duration.ofSeconds(seconds))
        .run();
  }

  /** A number that changes with time. */
  private interface Course {
    int at(int second);
  }

  /** Tables of which one has a row of ada, and perhaps one of bob that is never what it should. */
  private final class Shown implements Verification.Tables {
    private final List<Set<Key>> asked = new ArrayList<>();
    private Table only = Table.PLAYERS;
    private Course expected = second -> 0;
    private Course found = second -> 0;
    private boolean another;
    private int receivedAfter = Integer.MAX_VALUE;

    void expect(Course number) {
      expected = number;
    }

    void have(Course number) {
      found = number;
    }

    @Override
    public Freshness freshness() {
      return new Freshness(
          Optional.empty(), Optional.empty(), Map.of(), clock.passed >= receivedAfter ? 1 : 0);
    }

    @Override
    public Comparison compare(Table table, Freshness fresh, Set<Key> keys)
        throws java.sql.SQLException {
      asked.add(keys);
      if (table != only) {
        return Comparison.of(table, List.<Row>of().iterator(), Optional::empty);
      }
      List<Row> rows = new ArrayList<>(List.of(Row.of(ADA, expected.at(clock.passed))));
      List<Found> stored =
          new ArrayList<>(List.of(new Found(ADA, List.of("" + found.at(clock.passed)))));
      if (another) {
        rows.add(Row.of(Key.of("bob"), clock.passed));
        stored.add(new Found(Key.of("bob"), List.of("-1")));
      }
      var next = stored.iterator();
      return Comparison.of(
          table,
          rows.iterator(),
          () -> next.hasNext() ? Optional.of(next.next()) : Optional.empty());
    }
  }

  /** A clock that is moved. */
  private static final class Seconds extends Clock {
    private int passed;

    void pass() {
      passed++;
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusSeconds(passed);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
