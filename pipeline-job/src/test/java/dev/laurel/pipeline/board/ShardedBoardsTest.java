package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever changes come and wherever the job dies, a reader of the rank changes ends up with the
 * top that sorting all standings gives.
 */
class ShardedBoardsTest {
  private static final int TOP = 5;
  private static final long START = 1_795_305_600_000L;
  private static final List<Board> BOARDS =
      List.of(Board.global(), Board.of("chess"), Board.of("go"));

  private final HeldTops reader = new HeldTops();
  private final List<Long> publications = new ArrayList<>();
  private long now = START;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aReaderHoldsTheTrueTopThroughCrashesAndRescaling(long seed) throws Exception {
    Random random = new Random(seed);
    RandomChanges truth = new RandomChanges(random, BOARDS, 40);
    List<StandingChange> sinceSnapshot = new ArrayList<>();
    ShardedBoards.Snapshot snapshot = ShardedBoards.Snapshot.NONE;
    ShardedBoards job = new ShardedBoards(TOP, 1, snapshot, now);
    for (int step = 0; step < 250; step++) {
      for (int changes = random.nextInt(8); changes > 0; changes--) {
        sinceSnapshot.add(truth.next());
        job.take(sinceSnapshot.get(sinceSnapshot.size() - 1));
      }
      tick(job, 20);
      if (random.nextInt(12) == 0) {
        snapshot = job.snapshot();
        sinceSnapshot.clear();
      }
      if (random.nextInt(25) == 0) {
        job.close();
        now += random.nextInt(500);
        job = new ShardedBoards(TOP, 1 + random.nextInt(3), snapshot, now);
        for (StandingChange again : sinceSnapshot) {
          job.take(again);
        }
        snapshot = job.snapshot();
        sinceSnapshot.clear();
      }
    }
    settle(job);
    job.close();
    BOARDS.forEach(board -> assertHolds(board, truth));
    assertThat(reader.reloads()).as("a restart is no gap: it is told whole").isZero();
  }

  @Test
  void twoSubtasksGiveTheTopsOfOne() throws Exception {
    RandomChanges truth = new RandomChanges(new Random(11), BOARDS, 300);
    ShardedBoards one = new ShardedBoards(TOP, 1, ShardedBoards.Snapshot.NONE, now);
    for (int i = 0; i < 2_000; i++) {
      one.take(truth.next());
    }
    ShardedBoards.Snapshot untold = one.snapshot();
    one.close();

    ShardedBoards two = new ShardedBoards(TOP, 2, untold, now);
    settle(two);
    two.close();

    BOARDS.forEach(board -> assertHolds(board, truth));
    assertThat(publications).hasSameSizeAs(BOARDS);
  }

  private void assertHolds(Board board, RandomChanges truth) {
    HeldTops.Held held = reader.of(board).orElseThrow();
    assertThat(held.entries()).isEqualTo(truth.top(board, TOP));
    assertThat(held.total()).isEqualTo(truth.total(board));
  }

  private void settle(ShardedBoards job) throws Exception {
    for (int i = 0; i < 30; i++) {
      tick(job, 20);
    }
  }

  private void tick(ShardedBoards job, long millis) throws Exception {
    now += millis;
    job.at(now, reader::store, this::read);
  }

  private void read(RankChange change) {
    publications.add(change.top().version());
    reader.take(change);
  }
}
