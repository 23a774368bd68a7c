package dev.laurel.bench.ranks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Moves players as the job does: a batch a second, in one statement, in the order of their keys.
 */
record MovePlayers(Connection connection, Members members, int perSecond) {
  private static final String BATCH =
      """
      insert into laurel.players as t (player_id, score, reached_at, first_seen_at, last_seen_at, version)
      select player_id, 0, '2026-11-01Z', '2025-12-01Z', '2026-11-01Z', 2
      from (select distinct unnest(?::text[]) as player_id order by 1) as told
      on conflict (player_id) do update set score = t.score + 17, reached_at = now(), version = t.version + 1, updated_at = now()
      """;

  /** Goes on until it is told to stop. */
  void run(AtomicBoolean stop) throws SQLException, InterruptedException {
    SplittableRandom dice = new SplittableRandom(5);
    try (PreparedStatement batch = connection.prepareStatement(BATCH)) {
      while (!stop.get()) {
        long start = System.nanoTime();
        String[] players = new String[perSecond];
        for (int i = 0; i < perSecond; i++) {
          players[i] = Members.id(members.any(dice.nextInt()));
        }
        batch.setArray(1, connection.createArrayOf("text", players));
        batch.executeUpdate();
        TimeUnit.NANOSECONDS.sleep(
            Math.max(0, TimeUnit.SECONDS.toNanos(1) - (System.nanoTime() - start)));
      }
    }
  }
}
