package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.bytes.CompactBytes;
import dev.laurel.pipeline.bytes.SharedTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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
  private static final int VERSION = 4;

  /** From which form on unlocks may lie in the book. */
  private static final int WITH_UNLOCKS = 2;

  /** From which form on games say how long they are, and are read when they are asked for. */
  private static final int WITH_LENGTHS = 4;

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
    return written(() -> write(book));
  }

  Book book(String playerId, byte[] bytes) {
    return read(bytes, version -> readBook(playerId, bytes, version));
  }

  byte[] of(Days days) {
    return written(() -> ScopeBytes.write(days, out));
  }

  Days days(byte[] bytes) {
    return read(bytes, version -> ScopeBytes.readDays(in, version));
  }

  byte[] of(Unlocks unlocks) {
    return written(() -> ScopeBytes.write(unlocks, out));
  }

  Unlocks unlocks(byte[] bytes) {
    return read(bytes, version -> ScopeBytes.readUnlocks(in, version));
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
      throw damaged(bytes, damaged);
    }
  }

  private static UncheckedIOException damaged(byte[] bytes, IOException cause) {
    return new UncheckedIOException("state of " + bytes.length + " bytes cannot be read", cause);
  }

  private void write(Book book) throws IOException {
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
    CompactBytes.writeNumber(book.newestLoggedAt, out);
    out.writeBoolean(book.hasRequests);
    ScopeBytes.write(book.all(), out);
    write(book.games());
  }

  private Book readBook(String playerId, byte[] bytes, int version) throws IOException {
    String username = CompactBytes.readText(in);
    String region = CompactBytes.readText(in);
    Profile profile = new Profile(username, region, readWord());
    Exclusion exclusion = new Exclusion(in.readBoolean(), readWord());
    List<Regions.Named> regions = new ArrayList<>();
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      regions.add(new Regions.Named(CompactBytes.readNumber(in), in.readUTF(), in.readUTF()));
    }
    int waiting = (int) CompactBytes.readNumber(in);
    long changes = CompactBytes.readNumber(in);
    long actionPoints = CompactBytes.readNumber(in);
    Instant firstSeen = CompactBytes.readTime(in);
    Instant lastSeen = CompactBytes.readTime(in);
    long newestLoggedAt = CompactBytes.readNumber(in);
    boolean hasRequests = in.readBoolean();
    ScopeBook all = new ScopeBook(Board.GLOBAL);
    ScopeBytes.read(all, in, version);
    Book book = new Book(playerId, all, readGames(bytes, version));
    book.tell(profile, new Regions(regions));
    book.exclusion = exclusion;
    book.waiting = waiting;
    book.changes = changes;
    book.actionPoints = actionPoints;
    book.seen(firstSeen, lastSeen);
    book.newestLoggedAt = newestLoggedAt;
    book.hasRequests = hasRequests;
    return book;
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
      ScopeBook game = all.ifOpen(at);
      if (game == null) {
        out.writeInt(all.length(at));
        out.write(all.saved(), all.from(at), all.length(at));
      } else {
        int lengthAt = out.length();
        out.writeInt(0);
        write(game);
        out.writeIntUnsafe(out.length() - lengthAt - Integer.BYTES, lengthAt);
      }
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

  /** Those of an earlier form are opened, so that what is closed is of this one. */
  private Games readGames(byte[] bytes, int version) throws IOException {
    int size = (int) CompactBytes.readNumber(in);
    Games read = new Games(bytes, size, this::open);
    for (int left = size; left > 0; left--) {
      String id = games.of(in.readUTF());
      int length = version < WITH_LENGTHS ? 0 : in.readInt();
      if (version < VERSION) {
        read.add(readGame(id, version));
      } else {
        read.addClosed(id, in.getPosition(), length);
        in.skipBytesToRead(length);
      }
    }
    return read;
  }

  private ScopeBook open(String id, byte[] saved, int from, int length) {
    try {
      in.setBuffer(saved, from, length);
      return readGame(id, VERSION);
    } catch (IOException damaged) {
      throw damaged(saved, damaged);
    }
  }

  private ScopeBook readGame(String id, int version) throws IOException {
    ScopeBook game = new ScopeBook(id);
    ScopeBytes.read(game, in, version);
    if (version >= WITH_UNLOCKS && in.readBoolean()) {
      game.unlocks = ScopeBytes.readUnlocks(in, version);
    }
    return game;
  }
}
