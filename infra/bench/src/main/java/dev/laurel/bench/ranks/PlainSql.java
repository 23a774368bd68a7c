package dev.laurel.bench.ranks;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long the same questions take as SQL in other ways, one after the other. */
record PlainSql(SqlPeers sql, Questions questions, Members members) {

  private static final int RANKS = 200;

  private interface Ask {
    void ask() throws SQLException;
  }

  String run() throws SQLException {
    Measured plain = new Measured();
    plain.add("rank by count(*)", times(20, () -> sql.count(questions.any())));
    plain.add("rank by a window function", times(3, () -> sql.window(List.of(questions.any()))));
    plain.add("page by OFFSET", times(10, () -> sql.page(100, members.players() / 2)));
    sql.countScores();
    for (SqlPeers.Way way : SqlPeers.Way.values()) {
      String by = "counts by " + way.name().toLowerCase(Locale.ROOT);
      String any = questions.any();
      long rank = sql.count(any);
      if (sql.rank(way, any) != rank) {
        throw new IllegalStateException(
            "%s: %s is %d, expected %d".formatted(by, any, sql.rank(way, any), rank));
      }
      plain.add("rank from " + by, times(RANKS, () -> sql.rank(way, questions.any())));
      plain.add("rank in the tie from " + by, times(RANKS, () -> sql.rank(way, questions.tied())));
    }
    return plain.table(Map.of());
  }

  private static Times times(int many, Ask question) throws SQLException {
    double[] millis = new double[many];
    for (int i = 0; i < many; i++) {
      long start = System.nanoTime();
      question.ask();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Times(millis);
  }
}
