package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.bytes.CompactBytes;
import dev.laurel.pipeline.bytes.SharedTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How a book, a chunk of days and a set of unlocks are kept as bytes. Each begins with the version
 * of its form; a later version writes what it adds at the end of its part and reads a value of an
 * earlier one without it.
 *
 * <p>By hand, because a value is read and written for nearly every event of a player who is not
 * hot: a tenth of what writing records field by field costs.
 */
final class BookBytes {
  private static final int VERSION = 3;

  /** From which form on unlocks may lie in the book. */
  private static final int WITH_UNLOCKS = 2;

  /**
   * From which form on days hold more than what scored, scopes know when something was seen there,
   * and unlocks of achievements that can be repeated are summed up.
   */
  private static final int WITH_DEEDS = 3;

  /** The most unlocks of a game that lie in the book; more lie apart. */
  static final int MOST_UNLOCKS = 16;

  private static final int KNOWN_GAMES = 1 << 10;

  private final DataOutputSerializer out = new DataOutputSerializer(512);
  private final SharedTexts games = new SharedTexts(KNOWN_GAMES);
  private final DataInputDeserializer in = new DataInputDeserializer();

  /** Writes to memory, which does not fail. */
  private interface Writing {
    void write() throws IOException;
  }

  private interface Reading<T> {
    T read(int version) throws IOException;
  }

  byte[] of(Book book) {
    return written(() -> writeBook(book));
  }

  Book book(String playerId, byte[] bytes) {
    return read(bytes, version -> readBook(playerId, version));
  }

  byte[] of(Days days) {
    return written(() -> writeDays(days));
  }

  Days days(byte[] bytes) {
    return read(bytes, this::readDays);
  }

  byte[] of(Unlocks unlocks) {
    return written(() -> writeUnlocks(unlocks));
  }

  Unlocks unlocks(byte[] bytes) {
    return read(bytes, this::readUnlocks);
  }

  /** Whether unlocks are too many to lie in the book. */
  static boolean liesApart(Unlocks unlocks) {
    return unlocks.size() > MOST_UNLOCKS;
  }

  private byte[] written(Writing value) {
    try {
      out.clear();
      out.writeByte(VERSION);
      value.write();
      return out.getCopyOfBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
  }

  private <T> T read(byte[] bytes, Reading<T> value) {
    try {
      in.setBuffer(bytes);
      int version = in.readByte();
      if (version < 1 || version > VERSION) {
        throw new IllegalStateException(
            "state has form "
                + version
                + ", expected 1 to "
                + VERSION
                + ": it is of a later version");
      }
      return value.read(version);
    } catch (IOException damaged) {
      throw new UncheckedIOException("state of " + bytes.length + " bytes cannot be read", damaged);
    }
  }

  private void writeBook(Book book) throws IOException {
    CompactBytes.writeText(book.profile.username(), out);
    CompactBytes.writeText(book.profile.region(), out);
    writeWord(book.profile.said());
    out.writeBoolean(book.exclusion.excluded());
    writeWord(book.exclusion.said());
    CompactBytes.writeNumber(book.regions.byDay().size(), out);
    for (Regions.Named named : book.regions.byDay()) {
      CompactBytes.writeNumber(named.saidAt(), out);
      out.writeUTF(named.eventId());
      out.writeUTF(named.region());
    }
    CompactBytes.writeNumber(book.waiting, out);
    CompactBytes.writeNumber(book.changes, out);
    CompactBytes.writeNumber(book.actionPoints, out);
    CompactBytes.writeTime(book.firstSeen(), out);
    CompactBytes.writeTime(book.lastSeen(), out);
    CompactBytes.writeNumber(book.newestLoggedAt, out);
    out.writeBoolean(book.hasRequests);
    writeScope(book.all());
    CompactBytes.writeNumber(book.games().size(), out);
    for (ScopeBook game : book.games()) {
      out.writeUTF(game.id());
      writeScope(game);
      boolean holdsUnlocks = game.unlocks != null && !liesApart(game.unlocks);
      out.writeBoolean(holdsUnlocks);
      if (holdsUnlocks) {
        writeUnlocks(game.unlocks);
      }
    }
  }

  private Book readBook(String playerId, int version) throws IOException {
    String username = CompactBytes.readText(in);
    String region = CompactBytes.readText(in);
    Profile profile = new Profile(username, region, readWord());
    Exclusion exclusion = new Exclusion(in.readBoolean(), readWord());
    List<Regions.Named> regions = new ArrayList<>();
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      regions.add(new Regions.Named(CompactBytes.readNumber(in), in.readUTF(), in.readUTF()));
    }
    Book book = new Book(playerId);
    book.tell(profile, new Regions(regions));
    book.exclusion = exclusion;
    book.waiting = (int) CompactBytes.readNumber(in);
    book.changes = CompactBytes.readNumber(in);
    book.actionPoints = CompactBytes.readNumber(in);
    book.seen(CompactBytes.readTime(in), CompactBytes.readTime(in));
    book.newestLoggedAt = CompactBytes.readNumber(in);
    book.hasRequests = in.readBoolean();
    readScope(book.all(), version);
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      ScopeBook game = new ScopeBook(games.of(in.readUTF()));
      readScope(game, version);
      if (version >= WITH_UNLOCKS && in.readBoolean()) {
        game.unlocks = readUnlocks(version);
      }
      book.add(game);
    }
    return book;
  }

  private void writeWord(LastWord word) throws IOException {
    CompactBytes.writeTime(word.saidAt(), out);
    out.writeUTF(word.eventId());
  }

  private LastWord readWord() throws IOException {
    return new LastWord(CompactBytes.readTime(in), in.readUTF());
  }

  private void writeScope(ScopeBook scope) throws IOException {
    writeTally(scope.scored());
    CompactBytes.writeNumber(scope.actions, out);
    CompactBytes.writeNumber(scope.playtimeSeconds, out);
    CompactBytes.writeNumber(scope.distinctUnlocks, out);
    CompactBytes.writeNumber(scope.firstMonth, out);
    CompactBytes.writeNumber(scope.firstMonthOfDays, out);
    writeDays(scope.recent);
    writeSeen(scope.firstSeen(), scope.lastSeen());
  }

  private void readScope(ScopeBook scope, int version) throws IOException {
    scope.score(readTally());
    scope.actions = CompactBytes.readNumber(in);
    scope.playtimeSeconds = CompactBytes.readNumber(in);
    scope.distinctUnlocks = CompactBytes.readNumber(in);
    scope.firstMonth = CompactBytes.readNumber(in);
    scope.firstMonthOfDays = CompactBytes.readNumber(in);
    scope.recent = readDays(version);
    if (version >= WITH_DEEDS) {
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

  private void writeDays(Days days) throws IOException {
    CompactBytes.writeNumber(days.size(), out);
    long before = 0;
    for (int at = 0; at < days.size(); at++) {
      CompactBytes.writeNumber(days.day(at) - before, out);
      before = days.day(at);
      writeDeeds(days.deeds(at));
    }
  }

  private Days readDays(int version) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Days days = new Days(size);
    long day = 0;
    for (int left = size; left > 0; left--) {
      day += CompactBytes.readNumber(in);
      boolean unused = days.add(day, version < WITH_DEEDS ? scored(readTally()) : readDeeds());
    }
    return days;
  }

  private static Deeds scored(Tally tally) {
    return new Deeds(
        tally, 0, 0, 0, tally.oldest(), Math.max(tally.oldest(), tally.newestScoring()));
  }

  private void writeDeeds(Deeds deeds) throws IOException {
    writeTally(deeds.scored());
    CompactBytes.writeNumber(deeds.actions(), out);
    CompactBytes.writeNumber(deeds.firstUnlocks(), out);
    CompactBytes.writeNumber(deeds.playtimeSeconds(), out);
    writeSeen(deeds.firstSeen(), deeds.lastSeen());
  }

  private Deeds readDeeds() throws IOException {
    Tally scored = readTally();
    long actions = CompactBytes.readNumber(in);
    long firstUnlocks = CompactBytes.readNumber(in);
    long playtimeSeconds = CompactBytes.readNumber(in);
    long first = CompactBytes.readNumber(in);
    return new Deeds(
        scored, actions, firstUnlocks, playtimeSeconds, first, first + CompactBytes.readNumber(in));
  }

  /** The greatest time is mostly near the least, so what is written is how far it is. */
  private void writeSeen(long first, long last) throws IOException {
    CompactBytes.writeNumber(first, out);
    CompactBytes.writeNumber(last - first, out);
  }

  /** The oldest time is mostly near the newest, so what is written is how far it is. */
  private void writeTally(Tally tally) throws IOException {
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

  private Tally readTally() throws IOException {
    long events = CompactBytes.readNumber(in);
    if (events == 0) {
      return Tally.NONE;
    }
    long score = CompactBytes.readNumber(in);
    long oldest = CompactBytes.readNumber(in);
    long newest = in.readBoolean() ? oldest + CompactBytes.readNumber(in) : Long.MIN_VALUE;
    return new Tally(events, score, newest, oldest);
  }

  private void writeUnlocks(Unlocks unlocks) throws IOException {
    CompactBytes.writeNumber(unlocks.sizeOnce(), out);
    long before = 0;
    for (int at = 0; at < unlocks.sizeOnce(); at++) {
      CompactBytes.writeNumber(unlocks.number(at) - before, out);
      before = unlocks.number(at);
    }
    CompactBytes.writeNumber(unlocks.sizeRepeated(), out);
    for (int at = 0; at < unlocks.sizeRepeated(); at++) {
      CompactBytes.writeNumber(unlocks.repeatedNumber(at), out);
      writeUnlocked(unlocks.repeated(at));
    }
  }

  private Unlocks readUnlocks(int version) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Unlocks unlocks = new Unlocks(size + 2);
    long number = 0;
    for (int left = size; left > 0; left--) {
      number += CompactBytes.readNumber(in);
      unlocks.add(number);
    }
    if (version >= WITH_DEEDS) {
      for (long left = CompactBytes.readNumber(in); left > 0; left--) {
        unlocks.put(CompactBytes.readNumber(in), readUnlocked());
      }
    }
    unlocks.isUnsaved = false;
    return unlocks;
  }

  private void writeUnlocked(Unlocked unlocked) throws IOException {
    CompactBytes.writeNumber(unlocked.times(), out);
    CompactBytes.writeNumber(unlocked.points(), out);
    writeSeen(unlocked.first(), unlocked.last());
  }

  private Unlocked readUnlocked() throws IOException {
    long times = CompactBytes.readNumber(in);
    long points = CompactBytes.readNumber(in);
    long first = CompactBytes.readNumber(in);
    return new Unlocked(times, points, first, first + CompactBytes.readNumber(in));
  }
}
