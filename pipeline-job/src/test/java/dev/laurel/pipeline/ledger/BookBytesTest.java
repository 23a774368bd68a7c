package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BookBytesTest {
  /** Of form 1; what was written once must be readable for ever. */
  private static final String FORM_1 =
      "0101000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f89908d00206dce8eccd08ff"
          + "c0bacee2c00301a0ddbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70ae60202020a"
          + "01000c06c3ae953c0a01b6d286c6d3be081002020a01000c04848fb20e9fddf3cad57a01aaddf3cad57a"
          + "02000667616d652d3104a7cca2da0ddfaf87aebb900401a0bfe4ba858a07dc8a3d9ec55ed60bfeffffff"
          + "ffffffffff01ce060a800502020a0100b60506a1a0feba01df8cd9aabbe40101a084e2e5dc8304b20108"
          + "a18dc35bbf94939eadee0501e0faf48ddd8206ae0104029f94b98cd6e50301aa94b98cd6e503820104ee"
          + "8581b2030a01f6f4f8f1cfda06";

  /** Of form 2, likewise. */
  private static final String FORM_2 =
      "0201000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f89908d00206dce8eccd08ff"
          + "c0bacee2c00301a0ddbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70ae60202020a"
          + "01000c06c3ae953c0a01b6d286c6d3be081002020a01000c04848fb20e9fddf3cad57a01aaddf3cad57a"
          + "02000667616d652d3104a7cca2da0ddfaf87aebb900401a0bfe4ba858a07dc8a3d9ec55ed60bfeffffff"
          + "ffffffffff01ce060a800502020a0100b60506a1a0feba01df8cd9aabbe40101a084e2e5dc8304b20108"
          + "a18dc35bbf94939eadee0501e0faf48ddd8206ae0104029f94b98cd6e50301aa94b98cd6e503820104ee"
          + "8581b2030a01f6f4f8f1cfda0601060208ce04";

  /** Of form 3, likewise. */
  private static final String FORM_3 =
      "0301000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e7010000ffffffffffffffffff010006f48b97b706bfa296839ef10401a0e29bd590ed0796fe"
          + "6f8cb424b40b3af2020eb40106f9d5bfaa0cbfbcac84f8990801cabcac84f8990804018cf909bfbcac84"
          + "f89908cabcac84f89908d00206dce8eccd08ffc0bacee2c00301a0ddbbd8f499090201e4df09a9c8bace"
          + "e2c003e2ebbbd8f49909a2040889dceef612dfd6a7db94c00401a0ecf88fbfd70a020000dfd6a7db94c0"
          + "04a0ecf88fbfd70ae602000202000a000c06c3ae953c0a01b6d286c6d3be080402fcbd080a88d686c6d3"
          + "be0810000202000a000c04848fb20e9fddf3cad57a01aaddf3cad57a00018cdd0391e8f3cad57a9ce8f3"
          + "cad57abfa296839ef104a0e29bd590ed0702000667616d652d3104a7cca2da0ddfaf87aebb900401a0bf"
          + "e4ba858a07dc8a3d9ec55ed60bfeffffffffffffffff01ce060a8005000202000a00b60506a1a0feba01"
          + "df8cd9aabbe40101a084e2e5dc8304040000df8cd9aabbe401a084e2e5dc8304b20108a18dc35bbf9493"
          + "9eadee0501e0faf48ddd820602019e920391a2939eadee05b288f58ddd8206ae01000400009f94b98cd6"
          + "e503aa94b98cd6e503820104ee8581b2030a01f6f4f8f1cfda060201000a9afcf8f1cfda06dfaf87aebb"
          + "9004a0bfe4ba858a0701060208ce04020e0609d00fb09aea55";

  /** Of form 4, likewise. */
  private static final String FORM_4 =
      "0401000bc385646120eda0bdedb880010002474201dfeba7bef897060003652d31000000000480a9d49c"
          + "e683060003652d32000252329ff9debbe890010003652d310002523102fa9e9bf4bca686e12eb2bac4e6"
          + "8bf7cb85e70100000000bfa296839ef104a0e29bd590ed0706f48b97b7060001a0e29bd590ed0796fe6f"
          + "8cb424b40b013af2020eb401bf9c8ffcb19a08cabcac84f8990806f9d5bfaa0c0001cabcac84f8990804"
          + "018cf909d002a9a880d988c203e2ebbbd8f4990906dce8eccd08aa0701a0ddbbd8f499090201e4df09a2"
          + "04dfa6aec4eac204a0ecf88fbfd70a0889dceef6120001a0ecf88fbfd70a020000e602f59f9986c90300"
          + "000202000cf5bfcaf4cc0388d686c6d3be0806c3ae953c0001b6d286c6d3be080402fcbd0810f5bfe187"
          + "d20300000202000c91c886c1ab7e9ce8f3cad57a04848fb20ef20a01aaddf3cad57a00018cdd03020006"
          + "67616d652d31000000c1dfaf87aebb9004a0bfe4ba858a0704a7cca2da0d0001a0bfe4ba858a07dc8a3d"
          + "9ec55ed60b00ce060a8005f5ff97ffcd010000020200b605dfdce6d9e8e701a084e2e5dc830406a1a0fe"
          + "ba010001a084e2e5dc8304040000b20191e2d0f293f205b288f58ddd820608a18dc35bd20d01e0faf48d"
          + "dd820602019e9203ae019fe4c0e1f4e903aa94b98cd6e503000400008201f5bff2c0c8049afcf8f1cfda"
          + "0604ee8581b2030001f6f4f8f1cfda0602010001060208ce04020e0609d00fb09aea55";

  private final BookBytes bytes = new BookBytes();

  @Property(tries = 300)
  void aBookIsReadAsItWasWritten(@ForAll long seed) {
    Book book = book(new Random(seed));

    Book read = bytes.book("ada", bytes.write(book));

    assertThat(facts(read)).isEqualTo(facts(book));
    assertThat(read.isNew).isFalse();
    assertThat(bytes.write(read)).isEqualTo(bytes.write(book));
  }

  @Property(tries = 300)
  void whatChangesInOneGameIsWrittenBesideThoseThatStayClosed(
      @ForAll long seed, @ForAll @IntRange(max = 4) int number) {
    Book whole = book(new Random(seed));
    Book read = bytes.book("ada", bytes.write(whole));
    Book readAgain = bytes.book("ada", bytes.write(read));
    for (Book book : List.of(whole, readAgain)) {
      book.game("game-" + number).score(Tally.NONE.plus(7, 1_000));
    }

    assertThat(readAgain.games().open()).hasSize(1);
    assertThat(bytes.write(readAgain)).isEqualTo(bytes.write(whole));
    assertThat(facts(readAgain)).isEqualTo(facts(whole));
  }

  @Property(tries = 300)
  void whatChangesBetweenManySavingsIsWritten(@ForAll long seed) {
    Random random = new Random(seed);
    Book changing = book(new Random(seed));
    for (int saving = 0; saving < 8; saving++) {
      for (int change = random.nextInt(4); change > 0; change--) {
        ScopeBook game = changing.game("game-" + random.nextInt(9));
        game.score(Tally.NONE.plus(random.nextInt(1_000), 1_000));
        unlockSome(game, random);
      }
      if (random.nextInt(4) == 0) {
        assertThat(changing.games().openAll()).isNotNull();
      }
      byte[] saved = bytes.write(changing);
      Book read = new BookBytes().book("ada", saved);
      assertThat(facts(read)).isEqualTo(facts(changing));
      assertThat(unlocksWithin(read)).isEqualTo(unlocksWithin(changing));
      changing = random.nextInt(3) == 0 ? bytes.book("ada", saved) : changing;
    }
  }

  private static void unlockSome(ScopeBook game, Random random) {
    boolean lieApart = game.unlocks == null;
    for (int left = lieApart ? 0 : random.nextInt(7); left > 0; left--) {
      game.unlocks.add((1L << 50) + game.unlocks.size());
      game.distinctUnlocks++;
    }
  }

  /** Of each game the unlocks that lie in the book. */
  private static List<List<Long>> unlocksWithin(Book book) {
    return book.games().all().stream()
        .map(game -> game.unlocks)
        .map(
            known -> known == null || BookBytes.liesApart(known) ? List.<Long>of() : numbers(known))
        .toList();
  }

  @Property(tries = 300)
  void unlocksAreReadAsTheyWereWritten(@ForAll long seed) {
    Random random = new Random(seed);
    Unlocks unlocks = new Unlocks();
    random.longs(random.nextInt(20), 0, 1L << 40).distinct().forEach(unlocks::add);

    Unlocked again = new Unlocked(2, -3, 5_000, 4_000_000_000_000L);
    unlocks.put(9, again);

    Unlocks read = bytes.unlocks(bytes.of(unlocks));
    assertThat(numbers(read)).isEqualTo(numbers(unlocks));
    assertThat(read.of(9)).isEqualTo(again);
    assertThat(read.of(10)).isEqualTo(Unlocked.NEVER);

    read.add(1L << 41);
    assertThat(read.has(1L << 41)).isTrue();
    assertThat(read.size()).isEqualTo(unlocks.size() + 1);
  }

  @Property(tries = 300)
  void daysAreReadAsTheyWereWritten(@ForAll long seed) {
    Days days = days(new Random(seed), BookBytesTest::deeds);

    assertThat(facts(bytes.days(bytes.of(days)))).isEqualTo(facts(days));
  }

  @Test
  void aNewBookIsReadAsItWasWritten() {
    Book book = new Book("ada");

    assertThat(facts(bytes.book("ada", bytes.write(book)))).isEqualTo(facts(book));
  }

  @Test
  void aBookOfTheFirstFormIsReadableForEver() {
    Book book = bytes.book("ada", HexFormat.of().parseHex(FORM_1));

    assertThat(facts(book)).isEqualTo(facts(bookOfEarlierForms()));
  }

  @Test
  void aBookOfTheSecondFormIsReadableForEver() {
    Book book = bytes.book("ada", HexFormat.of().parseHex(FORM_2));

    assertThat(facts(book)).isEqualTo(facts(bookOfEarlierForms()));
    assertThat(numbers(book.game("game-1").unlocks)).containsExactly(1L, 5L, 300L);
  }

  @Test
  void aBookOfTheThirdFormIsReadableForEver() {
    assertReadsAsBookOfLaterForms(FORM_3);
  }

  @Test
  void aBookOfTheFourthFormIsReadableForEver() {
    assertThat(HexFormat.of().formatHex(bytes.write(bookOfLaterForms()))).isEqualTo(FORM_4);
    assertReadsAsBookOfLaterForms(FORM_4);
  }

  private void assertReadsAsBookOfLaterForms(String form) {
    Book book = bytes.book("ada", HexFormat.of().parseHex(form));

    assertThat(facts(book)).isEqualTo(facts(bookOfLaterForms()));
    assertThat(numbers(book.game("game-1").unlocks)).containsExactly(1L, 5L, 300L);
    assertThat(book.game("game-1").unlocks.of(7)).isEqualTo(new Unlocked(3, -5, 1_000, 90_000_000));
  }

  private static Book bookOfLaterForms() {
    Book book = book(new Random(42));
    for (long number : new long[] {300, 1, 5}) {
      book.game("game-1").unlocks.add(number);
    }
    book.game("game-1").unlocks.put(7, new Unlocked(3, -5, 1_000, 90_000_000));
    return book;
  }

  /** Earlier forms know nothing of a day but what scored on it. */
  private static Book bookOfEarlierForms() {
    return book(new Random(42), BookBytesTest::scored);
  }

  @Test
  void aBookHoldsTheUnlocksOfAGameWhileTheyAreFew() {
    Book book = new Book("ada");
    for (long number = 1; number <= BookBytes.MOST_UNLOCKS; number++) {
      book.game("chess").unlocks.add(number);
    }

    assertThat(numbers(read(book).game("chess").unlocks))
        .isEqualTo(numbers(book.game("chess").unlocks))
        .hasSize(BookBytes.MOST_UNLOCKS);

    book.game("chess").unlocks.add(99);

    assertThat(read(book).game("chess").unlocks).as("they lie apart").isNull();
  }

  private Book read(Book book) {
    return bytes.book(book.playerId(), bytes.write(book));
  }

  @Test
  void aValueOfALaterFormIsRefused() {
    byte[] later = bytes.write(new Book("ada"));
    later[0] = 5;

    assertThatThrownBy(() -> bytes.book("ada", later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("state has form 5, expected 1 to 4: it is of a later version");
    assertThatThrownBy(() -> bytes.days(new byte[] {9, 0})).hasMessageContaining("form 9");
    assertThatThrownBy(() -> bytes.unlocks(new byte[] {9, 0})).hasMessageContaining("form 9");
  }

  @Test
  void aValueThatIsCutOffIsRefused() {
    byte[] whole = bytes.write(book(new Random(1)));

    assertThatThrownBy(() -> bytes.book("ada", Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("state of " + (whole.length - 1) + " bytes cannot be read");
  }

  @Test
  void aGameThatIsDamagedIsNamed() {
    Book written = new Book("ada");
    written.game("chess").score(Tally.NONE.plus(7, 1_000));
    byte[] damaged = bytes.write(written);
    Arrays.fill(damaged, damaged.length - 8, damaged.length, (byte) 0xff);
    Book read = bytes.book("ada", damaged);

    assertThatThrownBy(() -> read.game("chess"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageMatching("state of game 'chess', \\d+ bytes, cannot be read");
  }

  /** What a day's unlocks and actions are a part of. */
  private interface DayOf {
    Deeds holding(Random random, Tally tally);
  }

  private static Book book(Random random) {
    return book(random, BookBytesTest::deeds);
  }

  private static Book book(Random random, DayOf day) {
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

  private static Days days(Random random, DayOf day) {
    Days days = new Days();
    for (int left = random.nextInt(10); left > 0; left--) {
      long number = random.nextInt(1_000) - 3L;
      boolean unused = days.add(number, day.holding(random, tally(random).plus(1, 5)));
    }
    return days;
  }

  private static Deeds scored(Random unused, Tally tally) {
    return new Deeds(
        tally, 0, 0, 0, tally.oldest(), Math.max(tally.oldest(), tally.newestScoring()));
  }

  /** Of the same tally, so that the same numbers are drawn after it. */
  private static Deeds deeds(Random unused, Tally tally) {
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

  private static List<Object> facts(Book book) {
    List<Object> facts = new ArrayList<>();
    facts.addAll(List.of(book.playerId(), book.profile, book.regions, book.exclusion));
    facts.addAll(List.of(book.waiting, book.changes, book.actionPoints));
    facts.addAll(Arrays.asList(book.firstSeen(), book.lastSeen()));
    facts.addAll(List.of(book.newestLoggedAt, book.hasRequests, facts(book.all())));
    book.games().all().forEach(game -> facts.add(facts(game)));
    return facts;
  }

  private static List<Object> facts(ScopeBook scope) {
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

  private static List<Object> facts(Days days) {
    List<Object> facts = new ArrayList<>();
    for (int at = 0; at < days.size(); at++) {
      facts.add(List.of(days.day(at), days.deeds(at)));
    }
    return facts;
  }

  private static List<Long> numbers(Unlocks unlocks) {
    List<Long> numbers = new ArrayList<>();
    for (int at = 0; at < unlocks.sizeOnce(); at++) {
      numbers.add(unlocks.number(at));
    }
    return numbers;
  }
}
