package dev.laurel.pipeline.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Books by chance, and what is to be the same of them when they are read again. */
final class RandomBooks {

  private RandomBooks() {}

  /** What a day's unlocks and actions are a part of. */
  interface DayOf {
    Deeds holding(Random random, Tally tally);
  }

  static Book book(Random random) {
    return book(random, RandomBooks::deeds);
  }

  static Book book(Random random, DayOf day) {
    Book book = new Book("ada");
    boolean named = random.nextInt(4) > 0;
    book.tell(
        new Profile(named ? "Åda \uD83D\uDE00" : null, named ? "GB" : null, word(random)),
        regions(random));
    book.exclusion = new Exclusion(random.nextBoolean(), word(random));
    book.waiting = random.nextInt(3);
    book.changes = random.nextLong();
    book.actionPoints = random.nextLong();
    book.seen(
        random.nextBoolean() ? time(random) : null, random.nextBoolean() ? time(random) : null);
    book.newestLoggedAt = random.nextBoolean() ? Long.MIN_VALUE : time(random).toEpochMilli();
    book.hasRequests = random.nextBoolean();
    fill(book.all(), random, day);
    for (int games = random.nextInt(4); games > 0; games--) {
      fill(book.game("game-" + games), random, day);
    }
    return book;
  }

  private static void fill(ScopeBook scope, Random random, DayOf day) {
    scope.score(tally(random));
    scope.actions = random.nextInt(1_000_000);
    scope.playtimeSeconds = random.nextInt(1_000_000);
    scope.distinctUnlocks = random.nextInt(1_000);
    scope.firstMonth = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(700) - 1;
    scope.firstMonthOfDays = random.nextInt(700);
    scope.recent = days(random, day);
    Deeds seen = scored(random, scope.scored());
    scope.seen(seen.firstSeen(), seen.lastSeen());
  }

  static Days days(Random random, DayOf day) {
    Days days = new Days();
    for (int left = random.nextInt(10); left > 0; left--) {
      long number = random.nextInt(1_000) - 3L;
      boolean unused = days.add(number, day.holding(random, tally(random).plus(1, 5)));
    }
    return days;
  }

  static Deeds scored(Random unused, Tally tally) {
    return new Deeds(
        tally, 0, 0, 0, tally.oldest(), Math.max(tally.oldest(), tally.newestScoring()));
  }

  /** Of the same tally, so that the same numbers are drawn after it. */
  static Deeds deeds(Random unused, Tally tally) {
    Random random = new Random(tally.hashCode());
    return new Deeds(
        random.nextInt(4) == 0 ? Tally.NONE : tally,
        random.nextInt(3),
        random.nextInt(3) - 1,
        random.nextInt(2) * (long) random.nextInt(90_000),
        tally.oldest() - random.nextInt(2) * (long) random.nextInt(1_000),
        tally.newestScoring() + random.nextInt(2) * (long) random.nextInt(1_000));
  }

  private static Tally tally(Random random) {
    Tally tally = Tally.NONE;
    for (int left = random.nextInt(4); left > 0; left--) {
      long points = random.nextInt(3) * (random.nextInt(2_000_000_001) - 1_000_000_000L);
      tally = tally.plus(points, time(random).toEpochMilli());
    }
    return tally;
  }

  private static Regions regions(Random random) {
    List<Regions.Named> named = new ArrayList<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      named.add(new Regions.Named(time(random).toEpochMilli(), "e-" + left, "R" + left));
    }
    return new Regions(named);
  }

  private static LastWord word(Random random) {
    return random.nextBoolean() ? LastWord.NONE : new LastWord(time(random), "e-1");
  }

  private static Instant time(Random random) {
    return Instant.ofEpochMilli(random.nextInt() * 10_000L);
  }

  static List<Object> facts(Book book) {
    List<Object> facts = new ArrayList<>();
    facts.addAll(List.of(book.playerId(), book.profile, book.regions, book.exclusion));
    facts.addAll(List.of(book.waiting, book.changes, book.actionPoints));
    facts.addAll(Arrays.asList(book.firstSeen(), book.lastSeen()));
    facts.addAll(List.of(book.newestLoggedAt, book.hasRequests, facts(book.all())));
    book.games().all().forEach(game -> facts.add(facts(game)));
    return facts;
  }

  static List<Object> facts(ScopeBook scope) {
    return List.of(
        scope.id(),
        scope.scored(),
        scope.actions,
        scope.playtimeSeconds,
        scope.distinctUnlocks,
        scope.firstMonth,
        scope.firstMonthOfDays,
        scope.firstSeen(),
        scope.lastSeen(),
        facts(scope.recent));
  }

  static List<Object> facts(Days days) {
    List<Object> facts = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      facts.add(List.of(days.day(at), days.deeds(at)));
    }
    return facts;
  }

  static List<Long> numbers(Unlocks unlocks) {
    List<Long> numbers = new ArrayList<>();
    for (int at = 0; at < unlocks.sizeOnce(); at++) {
      numbers.add(unlocks.number(at));
    }
    return numbers;
  }
}
