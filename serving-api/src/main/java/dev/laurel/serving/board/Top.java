package dev.laurel.serving.board;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first entries of a board in one version, in rank order.
 *
 * @param version rises with every publication; 0 for a board that was never published
 * @param publishedAt by the clock of the job; empty for a board that was never published
 * @param asOf event time up to which the board is complete; empty before the first watermark
 * @param total players on the board
 */
public record Top(
    BoardKey board,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> asOf,
    long total,
    List<Entry> entries) {

  /** The top of a known board on which nobody stands yet. */
  public static Top empty(BoardKey board) {
    return new Top(board, 0, Optional.empty(), Optional.empty(), 0, List.of());
  }

  /** What a change that holds the whole top says; empty if it contradicts its own size. */
  public static Optional<Top> whole(RankChange change) {
    return empty(change.board()).apply(change);
  }

  /**
   * This top with a change of this very version put in; empty if the result has not the size that
   * the change names, so that one of both must be wrong. The caller has compared the versions.
   */
  public Optional<Top> apply(RankChange change) {
    Map<String, Entry> byPlayer = LinkedHashMap.newLinkedHashMap(change.size());
    entries.forEach(entry -> byPlayer.put(entry.playerId(), entry));
    change.removed().forEach(byPlayer::remove);
    change.changes().forEach(entry -> byPlayer.put(entry.playerId(), entry));
    if (byPlayer.size() != change.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Top(
            board,
            change.version(),
            Optional.of(change.publishedAt()),
            change.asOf(),
            change.total(),
            byPlayer.values().stream().sorted(Placed.RANK_ORDER).toList()));
  }

  /** The first entries, at most {@code limit}. */
  public List<Entry> first(int limit) {
    return entries.subList(0, Math.min(limit, entries.size()));
  }

  /** Whether whoever stands on so many first places is among the entries. */
  boolean reaches(long places) {
    return places <= entries.size() || isWhole();
  }

  /** Whether it was published, and all of the page is among the entries. */
  boolean holds(Which.Page page) {
    return version > 0 && reaches((long) page.offset() + page.limit());
  }

  /** Whether every player of the board is among the entries. */
  public boolean isWhole() {
    return entries.size() >= total;
  }

  /**
   * How many leading places are the same in both: a reader of that many places or fewer sees no
   * difference. {@link Integer#MAX_VALUE} if all are.
   */
  public int samePlacesAs(Top other) {
    int shared = Math.min(entries.size(), other.entries.size());
    for (int place = 0; place < shared; place++) {
      if (!entries.get(place).equals(other.entries.get(place))) {
        return place;
      }
    }
    return entries.size() == other.entries.size() ? Integer.MAX_VALUE : shared;
  }

  /** The rank of a player, from 1, if the player is among the entries. */
  public Optional<Integer> rankOf(String playerId) {
    for (int place = 0; place < entries.size(); place++) {
      if (entries.get(place).playerId().equals(playerId)) {
        return Optional.of(place + 1);
      }
    }
    return Optional.empty();
  }
}
