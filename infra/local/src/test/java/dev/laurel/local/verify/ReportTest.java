package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void namesTableKeyColumnAndBothValues() {
    Difference score =
        new Difference(
            Table.PLAYER_ACHIEVEMENTS,
            Key.of("ada", "chess", "win"),
            Optional.of(row("ada", "T", "T", "1", "100")),
            Optional.of(new Found(Key.of("ada"), List.of("T", Row.NULL, "1", "90"))));

    assertThat(score.lines())
        .containsExactly(
            "player_achievements\tada chess win\tlast_unlocked_at\texpected T\tfound null",
            "player_achievements\tada chess win\tpoints\texpected 100\tfound 90");
  }

  @Test
  void ofEntriesItNamesTheFirstThatDiffers() {
    Difference entries =
        new Difference(
            Table.LEADERBOARD_TOPS,
            Key.of("game"),
            Optional.of(row("game", "2", "a\nb")),
            Optional.of(new Found(Key.of("game"), List.of("2", "a"))));

    assertThat(entries.lines())
        .containsExactly("leaderboard_tops\tgame\tentries[1]\texpected b\tfound nothing");
  }

  @Test
  void showsTwentyOfATableAndCountsAll() {
    List<Difference> many =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    new Difference(
                        Table.PLAYERS,
                        Key.of("p" + i),
                        Optional.of(row("p" + i)),
                        Optional.empty()))
            .toList();
    Map<Table, Long> compared = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      compared.put(table, 1234L);
    }

    List<String> lines =
        told(
            new Verification.Result(
                Verdict.DIFFERENT,
                Map.of(Table.PLAYERS, new Comparison(Table.PLAYERS, 7, 50, many)),
                compared),
            new DeadLetters.Result(3, List.of()));

    assertThat(lines).filteredOn(line -> line.startsWith("players\t")).hasSize(20);
    assertThat(lines)
        .contains(
            "players                1,234 rows compared, 50 differ",
            "game_daily_stats       1,234 rows compared, 0 differ, 3 beyond retention")
        .endsWith("different: 50 rows are not what the log says");
  }

  @Test
  void deadLettersAloneMakeADifference() {
    Map<Table, Long> compared = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      compared.put(table, 1L);
    }

    List<String> lines =
        told(
            new Verification.Result(Verdict.EQUAL, Map.of(), compared),
            new DeadLetters.Result(3, List.of("dead-letters\t0 7 INACTIVE")));

    assertThat(lines)
        .contains(
            "dead-letters\t0 7 INACTIVE", "dead-letters           3 letters compared, 1 differ")
        .endsWith("different: 1 dead letters are not what the log says");
  }

  private static Row row(String key, String... values) {
    return Row.of(Key.of(key), (Object[]) values);
  }

  private static List<String> told(Verification.Result result, DeadLetters.Result letters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Report(new PrintStream(out, true, StandardCharsets.UTF_8))
        .tell(result, letters, Map.of(Table.GAME_DAILY_STATS, 3L));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
