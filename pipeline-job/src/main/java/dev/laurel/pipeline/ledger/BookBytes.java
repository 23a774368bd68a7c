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
 * How a book, a chunk of days and a set of unlocks are kept as bytes. Each begins with the number
 * of its form; a value of an earlier one is read, and is of the newest when it is saved again.
 *
 * <p>By hand, because a value is read and written for nearly every event of a player who is not
 * hot: a tenth of what writing records field by field costs.
 */
final class BookBytes {
  private static final int NEWEST = 4;

  /** From which form on unlocks may lie in the book. */
  private static final int WITH_UNLOCKS = 2;

  /**
   * From which form on games say how long they are, so that they can be read when they are asked
   * for, and times are written by how far they are from others.
   */
  private static final int WITH_LENGTHS = 4;

  /** The most unlocks of a game that lie in the book; more lie apart. */
  static final int MOST_UNLOCKS = 16;

  private static final int KNOWN_GAMES = 1 << 10;

  private final DataOutputSerializer out = new DataOutputSerializer(512);
  private final SharedTexts ids = new SharedTexts(KNOWN_GAMES);
  private final DataInputDeserializer in = new DataInputDeserializer();
  private final Games.Opening opening = this::open;

  /** Writes to memory, which does not fail. */
  private interface Writing {
    void write() throws IOException;
  }

  private interface Reading<T> {
    T read(int form) throws IOException;
  }

  /** Writes a book; its games know from now on where they lie in the bytes. */
  byte[] write(Book book) {
    byte[] bytes = written(() -> put(book));
    book.games().savedAs(bytes);
    return bytes;
  }

  Book book(String playerId, byte[] bytes) {
    return read(bytes, form -> readBook(playerId, bytes, form));
  }

  byte[] of(Days days) {
    return written(() -> ScopeBytes.write(days, out));
  }

  Days days(byte[] bytes) {
    return read(bytes, this::readDays);
  }

  byte[] of(Unlocks unlocks) {
    return written(() -> ScopeBytes.write(unlocks, out));
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
      out.writeByte(NEWEST);
      value.write();
      return out.getCopyOfBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
  }

  private <T> T read(byte[] bytes, Reading<T> value) {
    try {
      in.setBuffer(bytes);
      int form = in.readByte();
      if (form < 1 || form > NEWEST) {
        throw new IllegalStateException(
            "state has form %d, expected 1 to %d: it is of a later version"
                .formatted(form, NEWEST));
      }
      return value.read(form);
    } catch (IOException damaged) {
      throw new UncheckedIOException("state of " + bytes.length + " bytes cannot be read", damaged);
    }
  }

  private void put(Book book) throws IOException {
    CompactBytes.writeText(book.profile.username(), out);
    CompactBytes.writeText(book.profile.region(), out);
    write(book.profile.said());
    out.writeBoolean(book.exclusion.excluded());
    write(book.exclusion.said());
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
    CompactBytes.writeUnless(Long.MIN_VALUE, book.newestLoggedAt, out);
    out.writeBoolean(book.hasRequests);
    ScopeBytes.write(book.all(), out);
    write(book.games());
  }

  private Book readBook(String playerId, byte[] bytes, int form) throws IOException {
    Book book = new Book(playerId, form < NEWEST ? new Games() : new Games(bytes, opening));
    String username = CompactBytes.readText(in);
    String region = CompactBytes.readText(in);
    Profile profile = new Profile(username, region, readWord());
    book.exclusion = new Exclusion(in.readBoolean(), readWord());
    book.tell(profile, readRegions());
    book.waiting = (int) CompactBytes.readNumber(in);
    book.changes = CompactBytes.readNumber(in);
    book.actionPoints = CompactBytes.readNumber(in);
    book.seen(CompactBytes.readTime(in), CompactBytes.readTime(in));
    book.newestLoggedAt =
        form < WITH_LENGTHS
            ? CompactBytes.readNumber(in)
            : CompactBytes.readUnless(Long.MIN_VALUE, in);
    book.hasRequests = in.readBoolean();
    readScope(book.all(), form);
    readGames(book.games(), form);
    return book;
  }

  private Regions readRegions() throws IOException {
    List<Regions.Named> regions = new ArrayList<>();
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      regions.add(new Regions.Named(CompactBytes.readNumber(in), in.readUTF(), in.readUTF()));
    }
    return new Regions(regions);
  }

  private void write(LastWord word) throws IOException {
    CompactBytes.writeTime(word.saidAt(), out);
    out.writeUTF(word.eventId());
  }

  private LastWord readWord() throws IOException {
    return new LastWord(CompactBytes.readTime(in), in.readUTF());
  }

  private void write(Games all) throws IOException {
    CompactBytes.writeNumber(all.size(), out);
    for (int at = 0; at < all.size(); at++) {
      out.writeUTF(all.id(at));
      int lengthAt = out.length();
      out.writeInt(0);
      ScopeBook game = all.ifToBeWritten(at);
      if (game == null) {
        out.write(all.saved(), all.from(at), all.length(at));
      } else {
        write(game);
      }
      int from = lengthAt + Integer.BYTES;
      out.writeIntUnsafe(out.length() - from, lengthAt);
      all.liesAt(at, from, out.length() - from);
    }
  }

  private void write(ScopeBook game) throws IOException {
    ScopeBytes.write(game, out);
    boolean holdsUnlocks = game.unlocks != null && !liesApart(game.unlocks);
    out.writeBoolean(holdsUnlocks);
    if (holdsUnlocks) {
      ScopeBytes.write(game.unlocks, out);
    }
  }

  /** Those of an earlier form are opened, so that what is closed is of the newest. */
  private void readGames(Games read, int form) throws IOException {
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      String id = ids.of(in.readUTF());
      int length = form < WITH_LENGTHS ? 0 : in.readInt();
      if (form < NEWEST) {
        read.add(readGame(id, form));
      } else {
        read.addClosed(id, in.getPosition(), length);
        in.skipBytesToRead(length);
      }
    }
  }

  private ScopeBook open(String id, byte[] saved, int from, int length) {
    try {
      in.setBuffer(saved, from, length);
      return readGame(id, NEWEST);
    } catch (IOException damaged) {
      throw new UncheckedIOException(
          "state of game '%s', %d bytes, cannot be read".formatted(id, length), damaged);
    }
  }

  private ScopeBook readGame(String id, int form) throws IOException {
    ScopeBook game = new ScopeBook(id);
    readScope(game, form);
    if (form >= WITH_UNLOCKS && in.readBoolean()) {
      game.unlocks = readUnlocks(form);
    }
    return game;
  }

  private void readScope(ScopeBook scope, int form) throws IOException {
    if (form < WITH_LENGTHS) {
      EarlierScopeBytes.read(scope, in, form);
    } else {
      ScopeBytes.read(scope, in);
    }
  }

  private Days readDays(int form) throws IOException {
    return form < WITH_LENGTHS ? EarlierScopeBytes.readDays(in, form) : ScopeBytes.readDays(in);
  }

  private Unlocks readUnlocks(int form) throws IOException {
    return form < WITH_LENGTHS
        ? EarlierScopeBytes.readUnlocks(in, form)
        : ScopeBytes.readUnlocks(in);
  }
}
