package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How the scopes of a book, days and unlocks are kept as bytes: the parts of {@link BookBytes}.
 *
 * <p>Most of a book are times that lie near each other, so a time is written as how far it is from
 * one that stands before it: what is less is written, kept and sent with each checkpoint.
 */
final class ScopeBytes {
  private ScopeBytes() {}

  static void write(ScopeBook scope, DataOutputSerializer out) throws IOException {
    long first = scope.firstSeen();
    CompactBytes.writeNumber(first, out);
    CompactBytes.writeNumber(scope.lastSeen() - first, out);
    write(scope.scored(), first, out);
    CompactBytes.writeNumber(scope.actions, out);
    CompactBytes.writeNumber(scope.playtimeSeconds, out);
    CompactBytes.writeNumber(scope.distinctUnlocks, out);
    CompactBytes.writeUnless(ScopeBook.NO_MONTH, scope.firstMonth, out);
    CompactBytes.writeNumber(scope.firstMonthOfDays, out);
    write(scope.recent, out);
  }

  static void read(ScopeBook scope, DataInputDeserializer in) throws IOException {
    long first = CompactBytes.readNumber(in);
    scope.seen(first, first + CompactBytes.readNumber(in));
    scope.score(readTally(first, in));
    scope.actions = CompactBytes.readNumber(in);
    scope.playtimeSeconds = CompactBytes.readNumber(in);
    scope.distinctUnlocks = CompactBytes.readNumber(in);
    scope.firstMonth = CompactBytes.readUnless(ScopeBook.NO_MONTH, in);
    scope.firstMonthOfDays = CompactBytes.readNumber(in);
    scope.recent = readDays(in);
  }

  static void write(Days days, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(days.size(), out);
    long before = 0;
    for (int at = 0; at < days.size(); at++) {
      CompactBytes.writeNumber(days.day(at) - before, out);
      before = days.day(at);
      write(days.deeds(at), Period.startOf(before), out);
    }
  }

  static Days readDays(DataInputDeserializer in) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Days days = new Days(size);
    long day = 0;
    for (int left = size; left > 0; left--) {
      day += CompactBytes.readNumber(in);
      boolean unused = days.add(day, readDeeds(Period.startOf(day), in));
    }
    return days;
  }

  private static void write(Deeds deeds, long start, DataOutputSerializer out) throws IOException {
    long first = deeds.firstSeen();
    CompactBytes.writeNumber(first - start, out);
    CompactBytes.writeNumber(deeds.lastSeen() - first, out);
    write(deeds.scored(), first, out);
    CompactBytes.writeNumber(deeds.actions(), out);
    CompactBytes.writeNumber(deeds.firstUnlocks(), out);
    CompactBytes.writeNumber(deeds.playtimeSeconds(), out);
  }

  private static Deeds readDeeds(long start, DataInputDeserializer in) throws IOException {
    long first = start + CompactBytes.readNumber(in);
    long last = first + CompactBytes.readNumber(in);
    Tally scored = readTally(first, in);
    long actions = CompactBytes.readNumber(in);
    long firstUnlocks = CompactBytes.readNumber(in);
    return new Deeds(scored, actions, firstUnlocks, CompactBytes.readNumber(in), first, last);
  }

  private static void write(Tally tally, long from, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(tally.events(), out);
    if (tally.isEmpty()) {
      return;
    }
    boolean scored = tally.newestScoring() != Long.MIN_VALUE;
    CompactBytes.writeNumber(tally.score(), out);
    CompactBytes.writeNumber(tally.oldest() - from, out);
    out.writeBoolean(scored);
    if (scored) {
      CompactBytes.writeNumber(tally.newestScoring() - tally.oldest(), out);
    }
  }

  /** Reads a tally whose times are written as how far they are from that one. */
  static Tally readTally(long from, DataInputDeserializer in) throws IOException {
    long events = CompactBytes.readNumber(in);
    if (events == 0) {
      return Tally.NONE;
    }
    long score = CompactBytes.readNumber(in);
    long oldest = from + CompactBytes.readNumber(in);
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

  static Unlocks readUnlocks(DataInputDeserializer in) throws IOException {
    Unlocks unlocks = readUnlocksOnce(in);
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      unlocks.put(CompactBytes.readNumber(in), readUnlocked(in));
    }
    unlocks.isUnsaved = false;
    return unlocks;
  }

  /** Reads those that count once, which come first. */
  static Unlocks readUnlocksOnce(DataInputDeserializer in) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Unlocks unlocks = new Unlocks(size + 2);
    long number = 0;
    for (int left = size; left > 0; left--) {
      number += CompactBytes.readNumber(in);
      unlocks.add(number);
    }
    unlocks.isUnsaved = false;
    return unlocks;
  }

  private static void write(Unlocked unlocked, DataOutputSerializer out) throws IOException {
    CompactBytes.writeNumber(unlocked.times(), out);
    CompactBytes.writeNumber(unlocked.points(), out);
    CompactBytes.writeNumber(unlocked.first(), out);
    CompactBytes.writeNumber(unlocked.last() - unlocked.first(), out);
  }

  private static Unlocked readUnlocked(DataInputDeserializer in) throws IOException {
    long times = CompactBytes.readNumber(in);
    long points = CompactBytes.readNumber(in);
    long first = CompactBytes.readNumber(in);
    return new Unlocked(times, points, first, first + CompactBytes.readNumber(in));
  }
}
