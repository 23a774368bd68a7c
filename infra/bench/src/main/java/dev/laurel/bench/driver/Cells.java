package dev.laurel.bench.driver;

import static dev.laurel.bench.driver.Entrant.L0;
import static dev.laurel.bench.driver.Entrant.L0J;
import static dev.laurel.bench.driver.Entrant.L1;
import static dev.laurel.bench.driver.Entrant.L2;
import static dev.laurel.bench.driver.Entrant.LAUREL_BACKFILL;
import static dev.laurel.bench.driver.Entrant.LAUREL_FULL;
import static dev.laurel.bench.driver.Entrant.LAUREL_SQL;
import static dev.laurel.bench.driver.Entrant.LAUREL_YEARS;
import static dev.laurel.bench.driver.Entrant.SQL_FAST;
import static dev.laurel.bench.driver.Entrant.SQL_RETRACT;

import dev.laurel.bench.driver.Cell.Kind;
import dev.laurel.bench.input.Input;
import dev.laurel.bench.input.Shape;
import java.util.List;
import java.util.Optional;

/** Every cell there is. */
final class Cells {

  private static final long SEED = 20_261_122;
  private static final long EVENTS = 4_000_000;
  private static final int WORTHS = 10_000;
  private static final int MILLION = 1_000_000;

  /** Players of the cells that look at a player's state. */
  static final int STATE_PLAYERS = 4_000;

  static final List<Cell> ALL =
      List.of(
          new Cell(
              "zipf-1m",
              "Zipf 1.0 over a million players: the limits, Flink SQL, Laurel",
              input(Shape.ZIPF, MILLION, WORTHS),
              2,
              5,
              Kind.RACE,
              List.of(L0, L0J, L1, L2, SQL_FAST, LAUREL_SQL, LAUREL_FULL)),
          cell("uniform-1m", "every player as often: what no cache helps", Shape.UNIFORM, MILLION),
          cell("hot-1m", "nine events of ten in one game", Shape.HOT, MILLION),
          cell("zipf-100k", "a hundred thousand players", Shape.ZIPF, MILLION / 10),
          cell("zipf-10m", "ten million players", Shape.ZIPF, 10 * MILLION),
          new Cell(
              "ties-1m",
              "a hundred different numbers of points, so many scores are equal",
              input(Shape.ZIPF, MILLION, 100),
              2,
              1,
              Kind.RACE,
              List.of(SQL_FAST, LAUREL_SQL)),
          new Cell(
              "retract-1m",
              "SQL as people write it, over 50,000 events only",
              input(Shape.ZIPF, MILLION, WORTHS).withEvents(50_000),
              2,
              1,
              Kind.RACE,
              List.of(SQL_FAST, SQL_RETRACT, LAUREL_SQL)),
          new Cell(
              "wide-hot-1m",
              "nine events of ten in one game, at parallelism 8: how even the work is",
              input(Shape.HOT, MILLION, WORTHS),
              8,
              1,
              Kind.RACE,
              List.of(LAUREL_FULL)),
          new Cell(
              "delay-1m",
              "how old rank changes are when the log comes at half of the greatest pace",
              input(Shape.ZIPF, MILLION, WORTHS),
              2,
              1,
              Kind.PACE,
              List.of(LAUREL_FULL)),
          alone(
              "light-200k",
              "players in one game on one day, of 300 games and 400 days",
              input(Shape.LIGHT, 200_000, WORTHS),
              LAUREL_YEARS),
          alone(
              "heavy-1k",
              "players in 300 games on 400 days",
              input(Shape.HEAVY, 1_000, WORTHS),
              LAUREL_YEARS),
          new Cell(
              "restart-10m",
              "killed, and started again from a checkpoint, while events went on coming",
              input(Shape.UNIFORM, 10 * MILLION, WORTHS).withEvents(2 * EVENTS),
              2,
              1,
              Kind.RESTART,
              List.of(LAUREL_FULL)),
          new Cell(
              "backfill-1m",
              "ten million events from beginning to end, without the database",
              input(Shape.ZIPF, MILLION, WORTHS).withEvents(10_000_000),
              2,
              1,
              Kind.RACE,
              List.of(LAUREL_BACKFILL)),
          state("state-1", Shape.IN_1_GAME),
          state("state-10", Shape.IN_10_GAMES),
          state("state-100", Shape.IN_100_GAMES));

  private Cells() {}

  static Optional<Cell> named(String name) {
    return ALL.stream().filter(cell -> cell.name().equals(name)).findFirst();
  }

  private static Cell cell(String name, String question, Shape shape, int players) {
    var entrants = List.of(L2, SQL_FAST, LAUREL_SQL, LAUREL_FULL);
    return new Cell(name, question, input(shape, players, WORTHS), 2, 1, Kind.RACE, entrants);
  }

  private static Cell alone(String name, String question, Input input, Entrant entrant) {
    return new Cell(name, question, input, 2, 1, Kind.RACE, List.of(entrant));
  }

  /** Five unlocks of every player in every one of their games. */
  private static Cell state(String name, Shape shape) {
    return alone(
        name,
        "what a player's state takes who plays %d games".formatted(shape.games()),
        input(shape, STATE_PLAYERS, WORTHS).withEvents(5L * STATE_PLAYERS * shape.games()),
        LAUREL_FULL);
  }

  private static Input input(Shape shape, int players, int worths) {
    return new Input(shape, EVENTS, players, worths, false, SEED);
  }
}
