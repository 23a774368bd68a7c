package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;

/** Reads scopes, days and unlocks in the forms that came before that of {@link ScopeBytes}. */
final class EarlierScopeBytes {
  /**
   * From which form on days hold more than what scored, scopes know when something was seen there,
   * and unlocks of achievements that can be repeated are summed up.
   */
  private static final int WITH_DEEDS = 3;

  private EarlierScopeBytes() {}

  static void read(ScopeBook scope, DataInputDeserializer in, int form) throws IOException {
    scope.score(readTally(in));
    scope.actions = CompactBytes.readNumber(in);
    scope.playtimeSeconds = CompactBytes.readNumber(in);
    scope.distinctUnlocks = CompactBytes.readNumber(in);
    scope.firstMonth = CompactBytes.readNumber(in);
    scope.firstMonthOfDays = CompactBytes.readNumber(in);
    scope.recent = readDays(in, form);
    if (form >= WITH_DEEDS) {
      long first = CompactBytes.readNumber(in);
      scope.seen(first, first + CompactBytes.readNumber(in));
    } else {
      seenWhenScored(scope);
    }
  }

  /** Before playtimes were booked by day, what scored is all that is known. */
  private static void seenWhenScored(ScopeBook scope) {
    Tally scored = scope.scored();
    if (!scored.isEmpty()) {
      scope.seen(scored.oldest(), Math.max(scored.oldest(), scored.newestScoring()));
    }
  }

  static Days readDays(DataInputDeserializer in, int form) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Days days = new Days(size);
    long day = 0;
    for (int left = size; left > 0; left--) {
      day += CompactBytes.readNumber(in);
      boolean unused = days.add(day, form < WITH_DEEDS ? scored(readTally(in)) : readDeeds(in));
    }
    return days;
  }

  private static Deeds scored(Tally tally) {
    return new Deeds(
        tally, 0, 0, 0, tally.oldest(), Math.max(tally.oldest(), tally.newestScoring()));
  }

  private static Deeds readDeeds(DataInputDeserializer in) throws IOException {
    Tally scored = readTally(in);
    long actions = CompactBytes.readNumber(in);
    long firstUnlocks = CompactBytes.readNumber(in);
    long playtimeSeconds = CompactBytes.readNumber(in);
    long first = CompactBytes.readNumber(in);
    return new Deeds(
        scored, actions, firstUnlocks, playtimeSeconds, first, first + CompactBytes.readNumber(in));
  }

  private static Tally readTally(DataInputDeserializer in) throws IOException {
    return ScopeBytes.readTally(0, in);
  }

  static Unlocks readUnlocks(DataInputDeserializer in, int form) throws IOException {
    return form >= WITH_DEEDS ? ScopeBytes.readUnlocks(in) : ScopeBytes.readUnlocksOnce(in);
  }
}
