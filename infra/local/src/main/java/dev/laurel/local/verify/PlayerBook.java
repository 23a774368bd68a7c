package dev.laurel.local.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All that counts of one player. */
final class PlayerBook {

  /** A profile or a moderator's verdict: the one with the greatest time, then eventId, holds. */
  record Word(long saidAt, String eventId, String said, String region) implements Comparable<Word> {
    private static final Comparator<Word> ORDER =
        Comparator.comparingLong(Word::saidAt).thenComparing(Word::eventId);

    @Override
    public int compareTo(Word other) {
      return ORDER.compare(this, other);
    }
  }

  /** An accepted unlock or action: where it stands, what it is worth, the digest of its row. */
  record Scored(long occurredAt, int partition, long offset, int points, long digest)
      implements Comparable<Scored> {
    private static final Comparator<Scored> ORDER =
        Comparator.comparingLong(Scored::occurredAt)
            .thenComparingInt(Scored::partition)
            .thenComparingLong(Scored::offset);

    @Override
    public int compareTo(Scored other) {
      return ORDER.compare(this, other);
    }
  }

  final String id;
  private final NavigableMap<String, GameBook> games = new TreeMap<>();
  private final List<Scored> scored = new ArrayList<>(1);

  private final List<Word> profiles = new ArrayList<>(1);

  private Optional<Word> verdict = Optional.empty();
  private long actionPoints;
  private long firstSeen = Long.MAX_VALUE;
  private long lastSeen = Long.MIN_VALUE;

  PlayerBook(String id) {
    this.id = id;
  }

  /** The book of a game, under a name that is shared by all players. */
  GameBook game(String game) {
    return games.computeIfAbsent(game, name -> new GameBook());
  }

  Optional<GameBook> knownGame(String game) {
    return Optional.ofNullable(games.get(game));
  }

  /** By name, {@code _none} for actions without a game. */
  NavigableMap<String, GameBook> games() {
    return games;
  }

  /** Notes an accepted unlock, action or playtime beside what its game's book says of it. */
  void note(Happening what, long worth, long digest) {
    see(what.occurredAt());
    actionPoints += what.kind() == Happening.Kind.ACTION ? worth : 0;
    if (what.scores()) {
      int points = Math.toIntExact(worth);
      scored.add(new Scored(what.occurredAt(), what.partition(), what.offset(), points, digest));
    }
  }

  /**
   * Takes a profile or a verdict; tells whether it holds. It is overtaken if it is not the last
   * word, of a profile not even the last of its day; the player was seen then all the same.
   */
  boolean tell(Happening what) {
    boolean isProfile = what.kind() == Happening.Kind.PROFILE;
    String said = what.sure(isProfile ? "username" : "verdict");
    Word word =
        new Word(what.occurredAt(), what.eventId(), said, what.text("region").orElse("").intern());
    boolean holds = isProfile ? name(word) : judge(word);
    see(what.occurredAt());
    return holds;
  }

  private boolean judge(Word word) {
    boolean holds = verdict.isEmpty() || word.compareTo(verdict.get()) > 0;
    verdict = holds ? Optional.of(word) : verdict;
    return holds;
  }

  private boolean name(Word word) {
    int at = profiles.size();
    while (at > 0 && Span.dayOf(profiles.get(at - 1).saidAt()) > Span.dayOf(word.saidAt())) {
      at--;
    }
    if (at == 0 || Span.dayOf(profiles.get(at - 1).saidAt()) < Span.dayOf(word.saidAt())) {
      profiles.add(at, word);
      return true;
    }
    boolean holds = word.compareTo(profiles.get(at - 1)) > 0;
    profiles.set(at - 1, holds ? word : profiles.get(at - 1));
    return holds;
  }

  private void see(long at) {
    firstSeen = Math.min(firstSeen, at);
    lastSeen = Math.max(lastSeen, at);
  }

  /** Whether anything was accepted of the player. */
  boolean isSeen() {
    return firstSeen <= lastSeen;
  }

  long firstSeen() {
    return firstSeen;
  }

  long lastSeen() {
    return lastSeen;
  }

  long actionPoints() {
    return actionPoints;
  }

  boolean isExcluded() {
    return verdict.filter(word -> word.said().equals("exclude")).isPresent();
  }

  Optional<String> username() {
    return profiles.isEmpty()
        ? Optional.empty()
        : Optional.of(profiles.get(profiles.size() - 1).said());
  }

  /** Of every day the last profile, the earliest first. */
  List<Word> profiles() {
    return profiles;
  }

  /** The region that counts on a board whose period ends with that day's first moment. */
  Optional<String> regionBefore(long end) {
    for (int at = profiles.size() - 1; at >= 0; at--) {
      if (profiles.get(at).saidAt() < end) {
        return Optional.of(profiles.get(at).region());
      }
    }
    return Optional.empty();
  }

  /** Accepted unlocks and actions by event time, then by where they stand in the log. */
  List<Scored> scored() {
    scored.sort(Comparator.naturalOrder());
    return scored;
  }

  /** What was done over all games in each period of a kind, by its first day. */
  NavigableMap<Long, Tally> by(Span span) {
    NavigableMap<Long, Tally> sums = new TreeMap<>();
    for (GameBook game : games.values()) {
      game.by(span).forEach((first, each) -> sums.computeIfAbsent(first, Tally::new).add(each));
    }
    return sums;
  }
}
