package dev.laurel.bench.ranks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How long the same questions take as plain SQL, one after the other. */
record PlainSql(SqlPeers sql, Questions questions, Members members) {

  private interface Ask {
    void ask() throws SQLException;
  }

  String run() throws SQLException {
    Measured plain = new Measured();
    plain.add("rank by count(*)", times(20, () -> sql.count(questions.any())));
    plain.add("rank by a window function", times(3, () -> sql.window(List.of(questions.any()))));
    plain.add("page by OFFSET", times(10, () -> sql.page(100, members.players() / 2)));
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
