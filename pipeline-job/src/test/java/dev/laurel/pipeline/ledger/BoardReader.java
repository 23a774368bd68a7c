package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.board.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Boards as the shares of all tasks tell them, the plain way: the last word of each task. */
final class BoardReader {
  private final Map<Board, Map<KeyGroups, Told>> boards = new HashMap<>();

  private record Told(Share.Kind kind, long epoch, long total, List<Standing> entries) {}

  static BoardReader of(List<Share> shares) {
    BoardReader reader = new BoardReader();
    shares.forEach(reader::take);
    return reader;
  }

  private void take(Share share) {
    if (share.kind() == Share.Kind.OPEN_COMPLETE || share.kind() == Share.Kind.CLOSED_COMPLETE) {
      return;
    }
    Map<KeyGroups, Told> parts = boards.computeIfAbsent(share.board(), board -> new HashMap<>());
    parts
        .entrySet()
        .removeIf(
            part ->
                isOutdated(share, part.getValue())
                    || (!part.getKey().equals(share.players())
                        && overlap(part.getKey(), share.players())));
    List<Standing> before = share.whole() ? List.of() : parts.get(share.players()).entries();
    List<Standing> entries = Shares.after(share, before);
    parts.put(share.players(), new Told(share.kind(), share.epoch(), share.total(), entries));
  }

  private static boolean isOutdated(Share next, Told told) {
    return next.epoch() != told.epoch() && told.kind() == Share.Kind.OPEN;
  }

  private static boolean overlap(KeyGroups one, KeyGroups other) {
    return one.first() <= other.last() && other.first() <= one.last();
  }

  /** The board in a line: {@code 2: ada 100, bob 7}. */
  String line(Board board) {
    List<Standing> entries = new ArrayList<>();
    long total = 0;
    for (Told told : boards.getOrDefault(board, Map.of()).values()) {
      entries.addAll(told.entries());
      total += told.total();
    }
    entries.sort(Standing.RANK_ORDER);
    return total
        + ": "
        + String.join(
            ", ", entries.stream().map(entry -> entry.playerId() + " " + entry.score()).toList());
  }

  /** Every board that somebody stands on: players and their scores. */
  Map<String, Map<String, Long>> scores() {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    boards.forEach(
        (board, parts) -> {
          Map<String, Long> scores = new TreeMap<>();
          parts
              .values()
              .forEach(
                  told -> told.entries().forEach(one -> scores.put(one.playerId(), one.score())));
          if (!scores.isEmpty()) {
            all.put(board.key(), scores);
          }
        });
    return all;
  }
}
