package dev.laurel.pipeline.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Changes of standings as a ledger could tell them, with many ties and falling scores; and the
 * boards they make, the plain way: all standings, sorted.
 */
final class RandomChanges {
  private final Random random;
  private final List<Board> boards;
  private final int players;
  private final Map<String, TreeMap<String, Standing>> standings = new TreeMap<>();

  RandomChanges(Random random, List<Board> boards, int players) {
    this.random = random;
    this.boards = boards;
    this.players = players;
    boards.forEach(board -> standings.put(board.key(), new TreeMap<>()));
  }

  /** Changes the standing of a random player on a random board. */
  void next() {
    Board board = boards.get(random.nextInt(boards.size()));
    Map<String, Standing> onBoard = standings.get(board.key());
    String player = "p" + random.nextInt(players);
    Optional<Standing> known = Optional.ofNullable(onBoard.get(player));
    if (known.isPresent() && random.nextInt(4) == 0) {
      onBoard.remove(player);
      return;
    }
    Standing next = known.map(this::moved).orElseGet(() -> entering(player));
    onBoard.put(player, next);
  }

  List<Standing> top(Board board, int size) {
    return standings.get(board.key()).values().stream()
        .sorted(Standing.RANK_ORDER)
        .limit(size)
        .toList();
  }

  long total(Board board) {
    return standings.get(board.key()).size();
  }

  private Standing entering(String player) {
    return new Standing(player, random.nextInt(12), reachedAt(), null, null);
  }

  private Standing moved(Standing known) {
    if (random.nextInt(5) == 0) {
      return new Standing(
          known.playerId(), known.score(), known.reachedAt(), "n" + random.nextInt(3), "GB");
    }
    long score = known.score() + random.nextInt(7) - 3;
    return new Standing(known.playerId(), score, reachedAt(), known.username(), known.region());
  }

  private Instant reachedAt() {
    return Instant.ofEpochMilli(random.nextInt(3));
  }
}
