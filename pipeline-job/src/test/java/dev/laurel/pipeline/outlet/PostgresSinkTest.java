package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.pipeline.ledger.PlayerTotals;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostgresSinkTest extends WrittenTables {
  @Test
  void writesTheNewestOfEachKeyWhenTheFlushIsDue() throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      for (int version = 1; version <= 100; version++) {
        writer.write(SampleRows.totals("conflated", version, version));
      }
      assertThat(versionOf("conflated")).isEqualTo("none");

      writer.flushIsDue();
      writer.hearFromWriter();

      assertThat(versionOf("conflated")).isEqualTo("100");
    }
  }

  @Test
  void writesBeforeTheFlushIsDueWhenHalfOfWhatMayWaitIsThere() throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      for (int player = 0; player < WriterHarness.MOST_UNSENT / 2; player++) {
        writer.write(SampleRows.totals("many-" + player, 1, 1));
      }
      writer.hearFromWriter();

      assertThat(versionOf("many-0")).isEqualTo("1");
    }
  }

  @Test
  void aRowThatChangesWhileItIsWrittenIsWrittenAgain() throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      writer.write(SampleRows.totals("changing", 1, 1));
      writer.flushIsDue();
      writer.write(SampleRows.totals("changing", 2, 2));
      writer.hearFromWriter();
      writer.flushIsDue();
      writer.hearFromWriter();

      assertThat(versionOf("changing")).isEqualTo("2");
    }
  }

  @Test
  void theSnapshotHoldsWhatIsUnsentAndWhatIsOnItsWay() throws Exception {
    OperatorSubtaskState left;
    try (Connection other = server.connect("postgres");
        Statement lock = other.createStatement();
        WriterHarness<PlayerTotals> writer = task()) {
      other.setAutoCommit(false);
      lock.execute("lock table laurel.players in access exclusive mode");
      writer.write(SampleRows.totals("on-its-way", 1, 1));
      writer.flushIsDue();
      writer.write(SampleRows.totals("unsent", 1, 1));
      left = writer.snapshot();
    }
    assertThat(versionOf("unsent")).isEqualTo("none");

    try (WriterHarness<PlayerTotals> writer = task(left)) {
      writer.flushIsDue();
      writer.hearFromWriter();
    }

    assertThat(versionOf("on-its-way")).isEqualTo("1");
    assertThat(versionOf("unsent")).isEqualTo("1");
  }

  @Test
  void theSnapshotHoldsNothingOnceAllIsWritten() throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      writer.write(SampleRows.totals("sent", 1, 1));
      writer.flushIsDue();
      writer.hearFromWriter();
      OperatorSubtaskState left = writer.snapshot();
      try (Connection admin = server.connect("postgres");
          Statement delete = admin.createStatement()) {
        delete.execute("delete from laurel.players where player_id = 'sent'");
      }

      try (WriterHarness<PlayerTotals> next = task(left)) {
        next.write(SampleRows.totals("sent-later", 1, 1));
        next.flushIsDue();
        next.hearFromWriter();
      }
    }
    assertThat(versionOf("sent-later")).isEqualTo("1");
    assertThat(versionOf("sent")).isEqualTo("none");
  }

  @Test
  void ofRowsThatSeveralTasksLeftTheNewestIsWritten() throws Exception {
    OperatorSubtaskState older = leftBehind(SampleRows.totals("rescaled", 1, 5));
    OperatorSubtaskState newer = leftBehind(SampleRows.totals("rescaled", 2, 7));

    try (WriterHarness<PlayerTotals> writer = task(newer, older)) {
      writer.flushIsDue();
      writer.hearFromWriter();
    }

    assertThat(versionOf("rescaled")).isEqualTo("7");
  }

  @Test
  void neitherRowsNorSnapshotsWaitForADatabaseThatIsAway() throws Exception {
    Database away =
        new Database("jdbc:postgresql://localhost:1/laurel", "laurel_job", "", Map.of());
    OperatorSubtaskState left;
    try (WriterHarness<PlayerTotals> writer =
        new WriterHarness<>(away, Tables.PLAYERS, PlayerTotals.class)) {
      writer.write(SampleRows.totals("patient", 1, 1));
      writer.flushIsDue();
      writer.hearFromWriter();
      writer.write(SampleRows.totals("patient", 2, 2));
      writer.flushIsDue();
      writer.hearFromWriter();
      left = writer.snapshot();
    }

    try (WriterHarness<PlayerTotals> writer = task(left)) {
      writer.flushIsDue();
      writer.hearFromWriter();
    }
    assertThat(versionOf("patient")).isEqualTo("2");
  }

  @Test
  void aRowThatTheTableRefusesFailsTheTaskNamingTableAndReason() throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      writer.write(SampleRows.totals("x".repeat(129), 1, 1));
      writer.flushIsDue();

      assertThatThrownBy(writer::hearFromWriter)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Rows of laurel.players cannot be written: ")
          .hasMessageContaining("players_player_id_check");
    }
  }

  @Test
  void tasksWithTheSameRowsInOtherOrdersDoNotDeadlock() throws Exception {
    try (WriterHarness<PlayerTotals> one = task();
        WriterHarness<PlayerTotals> other = task()) {
      for (int round = 1; round <= 10; round++) {
        int version = round;
        for (int i = 0; i < 450; i++) {
          one.write(SampleRows.totals("locked-" + i, 1, version));
          other.write(SampleRows.totals("locked-" + (449 - i), 1, version));
        }
        one.flushIsDue();
        other.flushIsDue();
        one.hearFromWriter();
        other.hearFromWriter();
      }
    }

    assertThat(
            Rows.count(
                server, "from laurel.players where player_id like 'locked-%' and version = 10"))
        .isEqualTo(450);
    assertThat(Rows.of(server, "select deadlocks from pg_stat_database where datname = 'laurel'"))
        .containsExactly(Map.of("deadlocks", "0"));
  }

  private static OperatorSubtaskState leftBehind(PlayerTotals unsent) throws Exception {
    try (WriterHarness<PlayerTotals> writer = task()) {
      writer.write(unsent);
      return writer.snapshot();
    }
  }

  private static WriterHarness<PlayerTotals> task(OperatorSubtaskState... left) throws Exception {
    return new WriterHarness<>(database, Tables.PLAYERS, PlayerTotals.class, left);
  }

  private static String versionOf(String player) throws Exception {
    return Rows.of(server, "select version from laurel.players where player_id = '" + player + "'")
        .stream()
        .map(row -> row.get("version"))
        .findFirst()
        .orElse("none");
  }
}
