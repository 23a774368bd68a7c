package dev.laurel.serving.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tops and changes of one board, for tests. */
public final class SampleBoard {

  public static final BoardKey BOARD = BoardKey.allTime("chess");

  private SampleBoard() {}

  public static Entry entry(String playerId, long score, int reachedAt) {
    return new Entry(
        playerId, score, Instant.ofEpochSecond(reachedAt), Optional.empty(), Optional.empty());
  }

  public static Top top(long version, Entry... entries) {
    return Top.whole(whole(version, entries)).orElseThrow();
  }

  public static RankChange whole(long version, Entry... entries) {
    return change(version, Optional.empty(), entries.length, List.of(), entries);
  }

  public static RankChange change(
      long version, long previous, int size, List<String> removed, Entry... entries) {
    return change(version, Optional.of(previous), size, removed, entries);
  }

  private static RankChange change(
      long version, Optional<Long> previous, int size, List<String> removed, Entry... entries) {
    return new RankChange(
        BOARD,
        version,
        previous,
        Instant.EPOCH,
        Optional.empty(),
        size,
        size,
        List.of(entries),
        removed);
  }
}
