package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.rollup.PeriodFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Everything the job has told, through all its starts; what is published is held to what has to be
 * true of it at every moment.
 */
final class Told {
  final List<PlayerTotals> players = new ArrayList<>();
  final List<GameScore> scores = new ArrayList<>();
  final List<RegionOfDay> regions = new ArrayList<>();
  final List<ScoredEvent> scored = new ArrayList<>();
  final List<PlayerAchievement> unlocked = new ArrayList<>();
  final List<PlayerPeriod> periods = new ArrayList<>();
  final List<PeriodFigures> figures = new ArrayList<>();
  final List<DeadLetter> refused = new ArrayList<>();

  /** The newest top of each board, and its newest final standing, by the board's key. */
  final Map<String, BoardTop> tops = new HashMap<>();

  final Map<String, FinalTop> finals = new HashMap<>();

  private final Map<String, BoardTop> held = new HashMap<>();
  private long published;

  /** How many tops and final standings were published. */
  long published() {
    return published;
  }

  void take(BoardTop top) {
    assertRanked(top.entries(), top.total(), top);
    BoardTop before = tops.put(top.board().key(), top);
    if (before != null) {
      assertThat(top.version()).as("version of %s", top).isGreaterThan(before.version());
    }
    published++;
  }

  void take(FinalTop top) {
    assertRanked(top.entries(), top.total(), top);
    assertThat(top.entries()).as("names of %s", top).allMatch(line -> line.username() == null);
    FinalTop before = finals.put(top.board().key(), top);
    assertThat(top.revision())
        .as("revision of %s", top)
        .isBetween(1, before == null ? 1 : before.revision() + 1);
    if (before != null) {
      assertThat(top.version()).as("version of %s", top).isGreaterThan(before.version());
    }
    published++;
  }

  /** A reader who holds the version before has the top after it. */
  void take(RankChange change) {
    BoardTop before = held.put(change.top().board().key(), change.top());
    long version = before == null ? 0 : before.version();
    List<Standing> entries = change.appliesTo().isEmpty() ? List.of() : before.entries();
    assertThat(change.appliesTo().orElse(version)).as("what %s follows", change).isEqualTo(version);
    assertThat(applied(change, entries)).as("%s", change).isEqualTo(change.top().entries());
  }

  private static List<Standing> applied(RankChange change, List<Standing> before) {
    Map<String, Standing> entries = new HashMap<>();
    before.forEach(entry -> entries.put(entry.playerId(), entry));
    change.removed().forEach(entries::remove);
    change.changes().forEach(one -> entries.put(one.standing().playerId(), one.standing()));
    List<Standing> ranked = new ArrayList<>(entries.values());
    ranked.sort(Standing.RANK_ORDER);
    return ranked;
  }

  private static void assertRanked(List<Standing> entries, long total, Object top) {
    HashSet<String> players = new HashSet<>();
    entries.forEach(
        entry -> assertThat(players.add(entry.playerId())).as("%s twice: %s", entry, top).isTrue());
    assertThat(entries).as("%s", top).isSortedAccordingTo(Standing.RANK_ORDER);
    assertThat(total).as("total of %s", top).isGreaterThanOrEqualTo(entries.size());
  }
}
