package dev.laurel.bench.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UnlocksTest {

  private static final int EVENTS = 200_000;
  private static final int PLAYERS = 10_000;

  @ParameterizedTest
  @EnumSource
  void theSameSeedMakesTheSameLogInWhateverOrderItIsMade(Shape shape) {
    Unlocks once = new Unlocks(input(shape, 7));
    Unlocks again = new Unlocks(input(shape, 7));
    List<Unlock> backwards = new ArrayList<>();
    for (long index = 999; index >= 0; index--) {
      backwards.add(again.at(index));
    }

    List<Unlock> forwards = LongStream.range(0, 1_000).mapToObj(once::at).toList();

    assertThat(forwards).isEqualTo(backwards.reversed());
  }

  @Test
  void anotherSeedMakesAnotherLog() {
    Unlocks one = new Unlocks(input(Shape.ZIPF, 7));
    Unlocks other = new Unlocks(input(Shape.ZIPF, 8));

    long same = LongStream.range(0, 1_000).filter(at -> one.at(at).equals(other.at(at))).count();

    assertThat(same).isLessThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void threeOfAHundredEventsAreEarlierOnesAgain(Shape shape) {
    Unlocks unlocks = new Unlocks(input(shape, 7));

    long repeats =
        LongStream.range(0, EVENTS)
            .filter(at -> unlocks.at(at).index() != at)
            .peek(at -> assertThat(unlocks.at(at)).isEqualTo(unlocks.at(unlocks.at(at).index())))
            .count();

    assertThat(repeats / (double) EVENTS).isCloseTo(0.03, within(0.002));
  }

  @Test
  void theMostPopularPlayerAndGameHaveTheirPartByZipfsLaw() {
    assertThat(part(Shape.ZIPF, unlock -> unlock.player() == 0))
        .isCloseTo(1 / harmonic(PLAYERS), within(0.005));
    assertThat(part(Shape.ZIPF, unlock -> unlock.game() == 0))
        .isCloseTo(1 / harmonic(Shape.ZIPF.games), within(0.005));
    assertThat(part(Shape.ZIPF, unlock -> unlock.game() == 1))
        .isCloseTo(0.5 / harmonic(Shape.ZIPF.games), within(0.005));
  }

  @Test
  void theHotGameHasNineEventsOfTen() {
    assertThat(part(Shape.HOT, unlock -> unlock.game() == 0)).isCloseTo(0.9, within(0.005));
  }

  @Test
  void everyGameIsPlayedAsOftenWhereTheShapeIsUniform() {
    for (int game = 0; game < Shape.UNIFORM.games; game++) {
      int each = game;
      assertThat(part(Shape.UNIFORM, unlock -> unlock.game() == each))
          .isCloseTo(0.02, within(0.003));
    }
  }

  @Test
  void aLightPlayerPlaysOneGameForAShortTimeAndAHeavyOneAllOfThemAllTheTime() {
    Unlocks light = new Unlocks(input(Shape.LIGHT, 7));
    Unlocks heavy = new Unlocks(new Input(Shape.HEAVY, EVENTS, 10, 10_000, false, 7));

    List<Unlock> ofOne = of(light, 5_000);
    assertThat(ofOne).extracting(Unlock::game).containsOnly(5_000 % 300);
    assertThat(days(ofOne)).isLessThanOrEqualTo(10);
    assertThat(of(heavy, 5)).extracting(Unlock::game).hasSizeGreaterThan(EVENTS / 11);
    assertThat(of(heavy, 5).stream().map(Unlock::game).distinct()).hasSize(300);
    assertThat(days(of(heavy, 5))).isGreaterThanOrEqualTo(400);
  }

  private static List<Unlock> of(Unlocks unlocks, int player) {
    return LongStream.range(0, EVENTS)
        .mapToObj(unlocks::at)
        .filter(unlock -> unlock.player() == player)
        .toList();
  }

  private static long days(List<Unlock> unlocks) {
    return unlocks.stream().map(unlock -> unlock.occurredAt() / 86_400_000).distinct().count();
  }

  @Test
  void everyPlayerPlaysSooner() {
    assertThat(distinctPlayers(Shape.UNIFORM)).isEqualTo(PLAYERS);
    assertThat(distinctPlayers(Shape.ZIPF)).isBetween(PLAYERS * 8L / 10, (long) PLAYERS);
  }

  @Test
  void thereAreAsManyNumbersOfPointsAsAskedFor() {
    Unlocks unlocks = new Unlocks(new Input(Shape.ZIPF, EVENTS, PLAYERS, 100, false, 7));

    List<Integer> points =
        LongStream.range(0, EVENTS).mapToObj(at -> unlocks.at(at).points()).distinct().toList();

    assertThat(points).hasSize(100).allMatch(each -> each > 0 && each <= Input.MOST_POINTS);
  }

  private static long distinctPlayers(Shape shape) {
    Unlocks unlocks = new Unlocks(input(shape, 7));
    return LongStream.range(0, EVENTS).map(at -> unlocks.at(at).player()).distinct().count();
  }

  private static double part(Shape shape, Predicate<Unlock> of) {
    Unlocks unlocks = new Unlocks(input(shape, 7));
    return LongStream.range(0, EVENTS).filter(at -> of.test(unlocks.at(at))).count()
        / (double) EVENTS;
  }

  private static double harmonic(int places) {
    return IntStream.rangeClosed(1, places).mapToDouble(place -> 1.0 / place).sum();
  }

  private static Input input(Shape shape, long seed) {
    return new Input(shape, EVENTS, PLAYERS, 10_000, false, seed);
  }
}
