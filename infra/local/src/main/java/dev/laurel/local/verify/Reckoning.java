package dev.laurel.local.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Everything that the log says, reckoned from its records. It holds about 100 bytes an event, in
 * one place for all that is asked of it, and can be read on as the log grows.
 *
 * <p>Records of one partition have to come in order; partitions in any.
 */
final class Reckoning {
  private static final long TOLERANCE = 5 * 60_000;

  private final RuleBook rules = new RuleBook();
  private final AchievementCounts achievements = new AchievementCounts();
  private final Judge judge = new Judge(rules, achievements);
  private final NavigableMap<String, PlayerBook> players = new TreeMap<>();
  private final NavigableMap<Long, LogDay> days = new TreeMap<>();
  private Map<String, WaitingRoom> waiting = new LinkedHashMap<>();
  private final Map<String, PlayerBook> known = new HashMap<>();
  private final TreeSet<Letter> refused = new TreeSet<>();
  private long records;

  /** Takes the next record of the topic catalog. */
  void publish(ConsumerRecord<byte[], byte[]> definition) {
    rules.publish(definition);
  }

  /**
   * Says that the catalog was read up to what was published then, in milliseconds since 1970, and
   * judges again what waits.
   */
  void catalogReadUpTo(long time) {
    rules.readUpTo(time);
    Map<String, WaitingRoom> before = waiting;
    waiting = new LinkedHashMap<>();
    for (WaitingRoom room : before.values()) {
      for (Happening each : room.all()) {
        day(each.loggedAt()).count(Fate.WAITING, -1);
        take(each);
      }
    }
  }

  /** Takes the next record of the topic player-events and says what becomes of it. */
  Fate take(ConsumerRecord<byte[], byte[]> stored) {
    records++;
    day(stored.timestamp()).received++;
    Optional<Happening> read = Happening.read(stored);
    if (read.isEmpty()) {
      return refused(stored, Happening.isObject(stored) ? Fate.INVALID_FIELD : Fate.MALFORMED);
    }
    Happening what = read.get();
    return what.occurredAt() > what.loggedAt() + TOLERANCE
        ? refused(stored, Fate.FROM_THE_FUTURE)
        : take(what);
  }

  private Fate take(Happening what) {
    WaitingRoom room = waiting.get(what.playerId());
    Fate fate = room != null && room.holdsUp(what) ? Fate.WAITING : judge.decide(what, book(what));
    if (fate == Fate.WAITING) {
      waiting.computeIfAbsent(what.playerId(), player -> new WaitingRoom()).add(what);
    }
    if (fate.isDead()) {
      refused.add(new Letter(what.partition(), what.offset(), fate.name()));
    }
    return counted(what.loggedAt(), fate);
  }

  private Fate refused(ConsumerRecord<byte[], byte[]> stored, Fate fate) {
    refused.add(new Letter(stored.partition(), stored.offset(), fate.name()));
    return counted(stored.timestamp(), fate);
  }

  private PlayerBook book(Happening what) {
    PlayerBook book = known.get(what.playerId());
    if (book == null) {
      book = new PlayerBook(what.playerId());
      known.put(book.id, book);
      players.put(book.id, book);
    }
    return book;
  }

  private Fate counted(long loggedAt, Fate fate) {
    day(loggedAt).count(fate, 1);
    return fate;
  }

  private LogDay day(long loggedAt) {
    return days.computeIfAbsent(Span.dayOf(loggedAt), day -> new LogDay());
  }

  /** Every player of whom there is a readable record, in the order of their names' bytes. */
  Collection<PlayerBook> players() {
    return players.values();
  }

  /** What became of the records, by the day of log time. */
  NavigableMap<Long, LogDay> days() {
    return days;
  }

  /** The records that do not count. */
  Set<Letter> refused() {
    return refused;
  }

  RuleBook rules() {
    return rules;
  }

  AchievementCounts achievements() {
    return achievements;
  }

  /** How many records of player-events were taken. */
  long records() {
    return records;
  }

  /** How many of them wait for the catalog. */
  long waiting() {
    return days.values().stream().mapToLong(day -> day.waiting).sum();
  }
}
