package dev.laurel.pipeline.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/**
 * The books of a task's players: in state, and behind a cache on the heap that writes late ({@link
 * HeldBooks}): a book that changes ten times between two checkpoints is written once.
 *
 * <p>Nothing lives only in the cache at a snapshot: {@link #saveAll} comes before it. So that this
 * stays short, only so many books may be unsaved; past that, one that has been so for long and did
 * not change again is saved with every new one.
 *
 * <p>State, a player, for ever: the book; a chunk a scope and month, with a tally a day until
 * nobody keeps boards of these days any more, then one for the month; unlocked achievements a game,
 * if they are too many to lie in the book.
 */
final class Books {
  private static final String BOOK = "book";
  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  /** What is done with a book before it is folded. */
  interface LettingGo {
    void accept(Book book) throws Exception;
  }

  private final KeyedStateBackend<String> keys;
  private final ValueState<byte[]> books;
  private final MapState<String, byte[]> history;
  private final MapState<String, byte[]> unlocks;
  private final BookBytes bytes = new BookBytes();
  private final HeldBooks held;
  private final UnsavedBooks unsaved;
  private final LettingGo beforeLetGo;
  private Book inUse;
  private long savedBooks;
  private long loadedBooks;

  /**
   * The books of the task.
   *
   * @param beforeLetGo is given a book before it is folded
   */
  Books(
      RuntimeContext context,
      KeyedStateBackend<String> keys,
      LedgerConfig config,
      LettingGo beforeLetGo) {
    this.keys = keys;
    this.held = new HeldBooks(config.mostHeldScopes());
    this.unsaved = new UnsavedBooks(config.mostUnsavedBooks());
    this.beforeLetGo = beforeLetGo;
    books = context.getState(new ValueStateDescriptor<>(BOOK, BYTES));
    history = context.getMapState(new MapStateDescriptor<>("history", Types.STRING, BYTES));
    unlocks = context.getMapState(new MapStateDescriptor<>("unlocks", Types.STRING, BYTES));
    context.getMetricGroup().gauge("heldBooks", held::size);
    context.getMetricGroup().gauge("unsavedBooks", unsaved::size);
    context.getMetricGroup().gauge("savedBooks", () -> savedBooks);
    context.getMetricGroup().gauge("loadedBooks", () -> loadedBooks);
  }

  /** The player's book, begun if there is none; to be used until the next one is asked for. */
  Book of(String playerId) throws Exception {
    if (inUse != null) {
      // What was done with it may have opened or begun games, also where nothing changed.
      held.weigh(inUse);
    }
    inUse = held.unfolded(playerId);
    if (inUse == null) {
      inUse = look(playerId);
      held.put(inUse);
    }
    makeRoom();
    inUse.isAskedFor = true;
    return inUse;
  }

  /** The player's book to look at: it is not held. */
  Book look(String playerId) throws Exception {
    Book book = held.unfolded(playerId);
    if (book == null) {
      byte[] folded = held.folded(playerId);
      book = folded == null ? load(playerId) : bytes.book(playerId, folded);
    }
    return book;
  }

  /** Says that a book, or a chunk or the unlocks at its hand, is not what was saved. */
  void changed(Book book) throws Exception {
    if (unsaved.add(book)) {
      saveQuietOnes();
    }
  }

  /** Saves the books that have been unsaved longest, but goes round those that go on changing. */
  private void saveQuietOnes() throws Exception {
    for (Book quiet = unsaved.nextQuiet(); quiet != null; quiet = unsaved.nextQuiet()) {
      byte[] saved = save(quiet);
      if (quiet != inUse) {
        beforeLetGo.accept(quiet);
        held.fold(quiet, saved);
      }
    }
  }

  /** Saves what is not saved. */
  void saveAll() throws Exception {
    for (Book next = unsaved.eldest(); next != null; next = unsaved.eldest()) {
      byte[] unused = save(next);
    }
  }

  /** Makes the player's state the current one. */
  void turnTo(Book book) {
    keys.setCurrentKey(book.playerId());
  }

  /** Every player whose book is saved, by key group; to be closed. */
  Stream<String> players() {
    return keys.getKeys(BOOK, VoidNamespace.INSTANCE);
  }

  /** Achievements of the game that are unlocked. */
  Unlocks unlocks(Book book, ScopeBook game) throws Exception {
    if (game.unlocks == null) {
      turnTo(book);
      byte[] saved = game.distinctUnlocks == 0 ? null : unlocks.get(game.id());
      game.unlocks = saved == null ? new Unlocks() : bytes.unlocks(saved);
    }
    return game.unlocks;
  }

  /** The days of a month that lie before those at hand; empty if there are none. */
  Days month(Book book, ScopeBook scope, long month) throws Exception {
    Days known = scope.months().get(month);
    if (known == null) {
      turnTo(book);
      byte[] saved = month < scope.firstMonth ? null : history.get(chunk(scope, month));
      known = saved == null ? new Days() : bytes.days(saved);
      scope.hold(month, known);
    }
    return known;
  }

  /** Adds to a month's days; tells whether it is the first that is known of the day. */
  boolean addToMonth(Book book, ScopeBook scope, long day, Deeds deeds) throws Exception {
    long month = monthOf(day);
    Days days = month(book, scope, month);
    boolean begins = days.add(month < scope.firstMonthOfDays ? firstDayOf(month) : day, deeds);
    scope.firstMonth = Math.min(scope.firstMonth, month);
    scope.holdUnsaved(month, days);
    return begins;
  }

  /** Sums up the months before that one: nobody keeps their days and weeks any more. */
  void sumUpBefore(Book book, ScopeBook scope, long month) throws Exception {
    long from = Math.max(scope.firstMonth, scope.firstMonthOfDays);
    for (long each = from; each < month; each++) {
      Days days = month(book, scope, each);
      if (days.size() > 1) {
        Days sum = new Days();
        boolean unused =
            sum.add(firstDayOf(each), days.deedsWithin(Long.MIN_VALUE, Long.MAX_VALUE));
        scope.holdUnsaved(each, sum);
      }
    }
    scope.firstMonthOfDays = Math.max(scope.firstMonthOfDays, month);
  }

  /** The month of a day, in months since 1970. */
  static long monthOf(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() - 1970) * 12L + date.getMonthValue() - 1;
  }

  /** The first day of a month. */
  static long firstDayOf(long month) {
    return LocalDate.of(
            (int) (1970 + Math.floorDiv(month, 12)), 1 + (int) Math.floorMod(month, 12L), 1)
        .toEpochDay();
  }

  private Book load(String playerId) throws Exception {
    keys.setCurrentKey(playerId);
    loadedBooks++;
    byte[] saved = books.value();
    if (saved != null) {
      return bytes.book(playerId, saved);
    }
    Book begun = new Book(playerId);
    begun.isNew = true;
    return begun;
  }

  private void makeRoom() throws Exception {
    held.dropFolded();
    for (Book next = held.nextToFold(inUse); next != null; next = held.nextToFold(inUse)) {
      beforeLetGo.accept(next);
      if (unsaved.holds(next)) {
        held.fold(next, save(next));
      } else if (next.isNew) {
        held.drop(next);
      } else {
        held.fold(next, bytes.write(next));
      }
      held.dropFolded();
    }
  }

  /** Saves a book; its bytes. */
  private byte[] save(Book book) throws Exception {
    turnTo(book);
    for (ScopeBook game : book.games().open()) {
      if (game.unlocks != null && game.unlocks.isUnsaved) {
        if (BookBytes.liesApart(game.unlocks)) {
          unlocks.put(game.id(), bytes.of(game.unlocks));
        }
        game.unlocks.isUnsaved = false;
      }
      saveMonths(game);
    }
    saveMonths(book.all());
    byte[] value = bytes.write(book);
    held.weigh(book);
    books.update(value);
    unsaved.remove(book);
    book.isNew = false;
    savedBooks++;
    return value;
  }

  private void saveMonths(ScopeBook scope) throws Exception {
    for (Map.Entry<Long, Days> month : scope.unsavedMonths().entrySet()) {
      history.put(chunk(scope, month.getKey()), bytes.of(month.getValue()));
    }
    scope.letMonthsGo();
  }

  private static String chunk(ScopeBook scope, long month) {
    return scope.id() + "/" + month;
  }
}
