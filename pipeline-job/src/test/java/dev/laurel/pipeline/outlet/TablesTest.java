package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.ScoredEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TablesTest extends WrittenTables {
  @Test
  void anOlderVersionNeverReplacesANewerOne() throws Exception {
    write(Tables.PLAYERS, List.of(SampleRows.totals("guarded", 20, 7)));
    write(Tables.PLAYERS, List.of(SampleRows.totals("guarded", 10, 6)));
    assertThat(row("select * from laurel.players where player_id = 'guarded'"))
        .containsEntry("score", "20");

    write(Tables.PLAYERS, List.of(SampleRows.unknown("guarded", 8)));
    assertThat(row("select * from laurel.players where player_id = 'guarded'"))
        .containsEntry("score", "0")
        .containsEntry("username", null)
        .containsEntry("version", "8");
  }

  @Test
  void theSameRowsTwiceLeaveTheSame() throws Exception {
    ScoredEvent event = SampleRows.unlock("twice", Instant.parse("2026-02-28T23:59:59.999Z"), 5);
    write(Tables.SCORE_EVENTS, List.of(event));
    write(
        Tables.SCORE_EVENTS,
        List.of(event, SampleRows.unlock("twice", event.event().occurredAt(), 6)));
    write(Tables.PLAYERS, List.of(SampleRows.totals("twice", 20, 7)));
    write(Tables.PLAYERS, List.of(SampleRows.totals("twice", 20, 7)));

    assertThat(row("select count(*) as n from laurel.score_events where player_id = 'twice'"))
        .containsEntry("n", "2");
    assertThat(row("select count(*) as n from laurel.players where player_id = 'twice'"))
        .containsEntry("n", "1");
  }

  @Test
  void writersOfTheSameRowsAtTheSameTimeLeaveTheNewest() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> done =
          Stream.of(1, 2, 3).<Future<?>>map(seed -> threads.submit(() -> writeMany(seed))).toList();
      for (Future<?> one : done) {
        one.get(30, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(row("select count(*) as n from laurel.players where player_id like 'shared-%'"))
        .containsEntry("n", "400");
    assertThat(
            row(
                "select count(*) as n from laurel.players where version < 20"
                    + " and player_id like 'shared-%'"))
        .containsEntry("n", "0");
  }

  private Void writeMany(int seed) throws Exception {
    BatchWriter<PlayerTotals> writer = WriteRows.writer(Tables.PLAYERS, database);
    try {
      for (int round = 1; round <= 20; round++) {
        int version = round;
        writer.write(
            WriteRows.batch(
                IntStream.range(0, 400)
                    .mapToObj(i -> SampleRows.totals("shared-%03d".formatted(i), seed, version))
                    .toList()));
      }
    } finally {
      writer.close();
    }
    return null;
  }

  private <R> void write(Table<R> table, List<R> rows) throws Exception {
    WriteRows.into(table, database, rows);
  }

  private static Map<String, String> row(String sql) throws SQLException {
    return Rows.of(server, sql).get(0);
  }
}
