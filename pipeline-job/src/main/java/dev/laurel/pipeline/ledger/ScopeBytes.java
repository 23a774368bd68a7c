package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** How the scopes of a book, days and unlocks are kept as bytes: the parts of {@link BookBytes}. */
final class ScopeBytes {
  /**
   * From which form on days hold more than what scored, scopes know when something was seen there,
   * and unlocks of achievements that can be repeated are summed up.
   */
  private static final int WITH_DEEDS = 3;

  private ScopeBytes() {}

  static void write(ScopeBook scope, DataOutputSerializer out) throws IOException {
    write(scope.scored(), out);
    CompactBytes.writeNumber(scope.actions, out);
    CompactBytes.writeNumber(scope.playtimeSeconds, out);
    CompactBytes.writeNumber(scope.distinctUnlocks, out);
    CompactBytes.writeNumber(scope.firstMonth, out);
    CompactBytes.writeNumber(scope.firstMonthOfDays, out);
    write(scope.recent, out);
    writeSeen(scope.firstSeen(), scope.lastSeen(), out);
  }

  /** Reads what was written in that form. */
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

  static void write(Days days, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(days.size(), out);
    long before = 0;
    for (int at = 0; at < days.size(); at++) {
      CompactBytes.writeNumber(days.day(at) - before, out);
      before = days.day(at);
      write(days.deeds(at), out);
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

  private static void write(Deeds deeds, DataOutputSerializer out) throws IOException {
    write(deeds.scored(), out);
    CompactBytes.writeNumber(deeds.actions(), out);
    CompactBytes.writeNumber(deeds.firstUnlocks(), out);
    CompactBytes.writeNumber(deeds.playtimeSeconds(), out);
    writeSeen(deeds.firstSeen(), deeds.lastSeen(), out);
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

  /** The greatest time is mostly near the least, so what is written is how far it is. */
  private static void writeSeen(long first, long last, DataOutputSerializer out)
      throws IOException {
    CompactBytes.writeNumber(first, out);
    CompactBytes.writeNumber(last - first, out);
  }

  /** The oldest time is mostly near the newest, so what is written is how far it is. */
  private static void write(Tally tally, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(tally.events(), out);
    if (tally.isEmpty()) {
      return;
    }
    boolean scored = tally.newestScoring() != Long.MIN_VALUE;
    CompactBytes.writeNumber(tally.score(), out);
    CompactBytes.writeNumber(tally.oldest(), out);
    out.writeBoolean(scored);
    if (scored) {
      CompactBytes.writeNumber(tally.newestScoring() - tally.oldest(), out);
    }
  }

  private static Tally readTally(DataInputDeserializer in) throws IOException {
    long events = CompactBytes.readNumber(in);
    if (events == 0) {
      return Tally.NONE;
    }
    long score = CompactBytes.readNumber(in);
    long oldest = CompactBytes.readNumber(in);
    long newest = in.readBoolean() ? oldest + CompactBytes.readNumber(in) : Long.MIN_VALUE;
    return new Tally(events, score, newest, oldest);
  }

  static void write(Unlocks unlocks, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(unlocks.sizeOnce(), out);
    long before = 0;
    for (int at = 0; at < unlocks.sizeOnce(); at++) {
      CompactBytes.writeNumber(unlocks.number(at) - before, out);
      before = unlocks.number(at);
    }
    CompactBytes.writeNumber(unlocks.sizeRepeated(), out);
    for (int at = 0; at < unlocks.sizeRepeated(); at++) {
      CompactBytes.writeNumber(unlocks.repeatedNumber(at), out);
      write(unlocks.repeated(at), out);
    }
  }

  static Unlocks readUnlocks(DataInputDeserializer in, int form) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Unlocks unlocks = new Unlocks(size + 2);
    long number = 0;
    for (int left = size; left > 0; left--) {
      number += CompactBytes.readNumber(in);
      unlocks.add(number);
    }
    if (form >= WITH_DEEDS) {
      for (long left = CompactBytes.readNumber(in); left > 0; left--) {
        unlocks.put(CompactBytes.readNumber(in), readUnlocked(in));
      }
    }
    unlocks.isUnsaved = false;
    return unlocks;
  }

  private static void write(Unlocked unlocked, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(unlocked.times(), out);
    CompactBytes.writeNumber(unlocked.points(), out);
    writeSeen(unlocked.first(), unlocked.last(), out);
  }

  private static Unlocked readUnlocked(DataInputDeserializer in) throws IOException {
    long times = CompactBytes.readNumber(in);
    long points = CompactBytes.readNumber(in);
    long first = CompactBytes.readNumber(in);
    return new Unlocked(times, points, first, first + CompactBytes.readNumber(in));
  }
}
