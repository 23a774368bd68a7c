package dev.laurel.pipeline.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.pipeline.proof.FormulaOne.Official;
import dev.laurel.pipeline.proof.Ranking.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle agrees with what Formula 1 says came of a quarter of a century of races. */
class FormulaOneTest {

  @Test
  void theOracleGivesTheOfficialStandings() throws IOException {
    assumeTrue(Files.isDirectory(FormulaOne.FOLDER), "the results of Formula 1 are not here");
    Oracle oracle = new Oracle(FormulaOne.rules(), FormulaOne.deeds());
    Map<String, Ranking> boards = oracle.boards(Display.whole(100));
    List<Official> standings = FormulaOne.standings();

    assertThat(oracle.refused()).isEmpty();
    assertThat(standings).hasSize(11_094);
    Map<String, Long> days = pointsByDay(boards);
    assertThat(standings)
        .allSatisfy(row -> assertThat(pointsUpTo(row, days)).isEqualTo(row.points()));
    lastRounds(standings)
        .forEach(
            row -> assertStands(row, boards.get("game/" + row.game() + "/*/all-time/1970-01-01")));
  }

  /** Points by game, driver and day. */
  private static Map<String, Long> pointsByDay(Map<String, Ranking> boards) {
    Map<String, Long> points = new HashMap<>();
    boards.forEach(
        (key, ranking) -> {
          String[] part = key.split("/", -1);
          if (part[0].equals("game") && part[2].equals("*") && part[3].equals("daily")) {
            ranking
                .lines()
                .forEach(
                    line ->
                        points.put(part[1] + "/" + line.player() + "/" + part[4], line.score()));
          }
        });
    return points;
  }

  private static long pointsUpTo(Official row, Map<String, Long> days) {
    return LocalDate.of(row.day().getYear(), 1, 1)
        .datesUntil(row.day().plusDays(1))
        .mapToLong(day -> days.getOrDefault(row.game() + "/" + row.driver() + "/" + day, 0L))
        .sum();
  }

  private static List<Official> lastRounds(List<Official> standings) {
    Map<String, LocalDate> last = new HashMap<>();
    standings.forEach(
        row -> last.merge(row.game(), row.day(), (one, other) -> one.isAfter(other) ? one : other));
    return standings.stream().filter(row -> row.day().equals(last.get(row.game()))).toList();
  }

  /** Within a block of equal scores Formula 1 counts wins, Laurel looks at the time. */
  private static void assertStands(Official row, Ranking board) {
    List<Long> scores = board.lines().stream().map(Line::score).toList();
    assertThat(scores.get(row.position() - 1)).as("place of %s", row).isEqualTo(row.points());
    assertThat(board.lines())
        .anyMatch(line -> line.player().equals(row.driver()) && line.score() == row.points());
  }
}
