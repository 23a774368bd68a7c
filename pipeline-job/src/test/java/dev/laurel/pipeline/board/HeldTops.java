package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader of rank changes who does what the topic's description says, and nothing more; the table
 * of tops is at hand, as the job's writer keeps it.
 */
final class HeldTops {
  /** What a reader holds of a board. */
  record Held(long version, long total, List<Standing> entries) {}

  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, BoardTop> table = new HashMap<>();
  private int reloads;

  /** Takes in a row of the table. */
  void store(BoardTop top) {
    table.merge(
        top.board().key(), top, (old, next) -> next.version() >= old.version() ? next : old);
  }

  /** Takes in a rank change. */
  void take(RankChange change) {
    String board = change.top().board().key();
    long version = Optional.ofNullable(held.get(board)).map(Held::version).orElse(0L);
    if (change.top().version() <= version) {
      return;
    }
    if (change.appliesTo().isPresent() && change.appliesTo().get() != version) {
      BoardTop row = table.get(board);
      held.put(board, new Held(row.version(), row.total(), row.entries()));
      reloads++;
      return;
    }
    List<Standing> before = change.appliesTo().isPresent() ? held.get(board).entries() : List.of();
    List<Standing> entries = applied(change, before);
    held.put(board, new Held(change.top().version(), change.top().total(), entries));
  }

  Optional<Held> of(Board board) {
    return Optional.ofNullable(held.get(board.key()));
  }

  int reloads() {
    return reloads;
  }

  /** The entries that a change makes of those before it. */
  static List<Standing> applied(RankChange change, List<Standing> before) {
    Map<String, Standing> entries = new HashMap<>();
    before.forEach(entry -> entries.put(entry.playerId(), entry));
    change.removed().forEach(entries::remove);
    change.changes().forEach(c -> entries.put(c.standing().playerId(), c.standing()));
    List<Standing> ranked = new ArrayList<>(entries.values());
    ranked.sort(Standing.RANK_ORDER);
    return ranked;
  }
}
