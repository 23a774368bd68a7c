package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a board for entries of every kind, and holds each answer to the oracle's. */
final class PlacesOfBoards {

  private static final String NOBODY = "nobody";

  private final DeepPlaces places;
  private final Random chance;

  PlacesOfBoards(DeepPlaces places, Random chance) {
    this.places = places;
    this.chance = chance;
  }

  void hold(BoardKey board, RankOracle oracle) {
    for (Which which : questions(oracle)) {
      BoardPart part = places.read(board, which);

      assertThat(RankOracle.told(part))
          .as("%s: %s", board, which)
          .isEqualTo(oracle.expected(which));
      assertThat(part.total()).as("total of %s", board).isEqualTo(oracle.total());
    }
  }

  private List<Which> questions(RankOracle oracle) {
    int total = oracle.total();
    List<Which> asked = new ArrayList<>();
    IntStream.of(0, 1, total - 1, total, total + 5)
        .forEach(offset -> asked.add(new Which.Page(10, Math.max(0, offset))));
    asked.add(new Which.Of(List.of(NOBODY)));
    asked.add(new Which.Around(NOBODY, 3));
    asked.add(new Which.After(Place.AHEAD_OF_ALL, 3));
    asked.add(new Which.Before(Place.AHEAD_OF_ALL, 3));
    asked.add(new Which.After(Place.BEHIND_ALL, 3));
    asked.add(new Which.Before(Place.BEHIND_ALL, 3));
    for (int i = 0; i < 12 && total > 0; i++) {
      asked.add(new Which.Page(1 + chance.nextInt(100), chance.nextInt(total)));
      RankOracle.Line line = oracle.at(chance.nextInt(total));
      asked.add(new Which.Around(line.playerId(), chance.nextInt(51)));
      Place taken = new Place(line.score(), line.reachedAt(), line.playerId());
      Place free =
          new Place(line.score(), line.reachedAt().minus(Duration.ofMillis(1)), line.playerId());
      asked.add(new Which.After(taken, 1 + chance.nextInt(100)));
      asked.add(new Which.After(free, 3));
      asked.add(new Which.Before(taken, 1 + chance.nextInt(100)));
      asked.add(new Which.Before(free, 3));
      asked.add(new Which.Of(some(oracle)));
    }
    return asked;
  }

  private List<String> some(RankOracle oracle) {
    return Stream.concat(
            Stream.of(NOBODY),
            IntStream.range(0, 30)
                .mapToObj(i -> oracle.at(chance.nextInt(oracle.total())).playerId())
                .distinct())
        .toList();
  }
}
