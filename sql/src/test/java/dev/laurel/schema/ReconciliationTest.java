package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days of the log that do not add up: wrong, or being counted. */
class ReconciliationTest {
  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
    count("2026-03-18", 9, 9, "2026-03-18T23:59:00Z");
    count("2026-03-19", 9, 8, "2026-03-20T12:00:00Z");
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void aDayThatWasCountedLatelyIsInFlight() throws Exception {
    tell("2020-01-01T00:00:00Z", "2026-03-20T12:05:00Z");

    assertThat(Sql.rows(owner, "select day, missing from analytics.reconciliation")).isEmpty();
    assertThat(Sql.rows(owner, "select day, in_flight from analytics.records_in_flight"))
        .containsExactly("2026-03-19|1");
  }

  @Test
  void aDayThatTheJobHasLeftBehindIsWrongWhateverItsEventTime() throws Exception {
    tell("2020-01-01T00:00:00Z", "2026-03-20T12:05:01Z");

    assertThat(Sql.rows(owner, "select day, missing from analytics.reconciliation"))
        .containsExactly("2026-03-19|1");
    assertThat(Sql.rows(owner, "select day from analytics.records_in_flight")).isEmpty();
  }

  @Test
  void aJobThatHasToldNothingHasSettledNothing() throws Exception {
    assertThat(Sql.rows(owner, "select day from analytics.reconciliation")).isEmpty();
    assertThat(Sql.rows(owner, "select day from analytics.records_in_flight"))
        .containsExactly("2026-03-19");
  }

  private void count(String day, int received, int accepted, String updatedAt) throws SQLException {
    Sql.run(
        owner,
        "insert into laurel.log_daily_counts values ('%s', %d, %d, 0, 0, 0, 1, '%s')"
            .formatted(day, received, accepted, updatedAt));
  }

  private void tell(String watermark, String updatedAt) throws SQLException {
    Sql.run(owner, Progress.of("log_daily_counts", 0, 1, watermark, updatedAt));
  }
}
