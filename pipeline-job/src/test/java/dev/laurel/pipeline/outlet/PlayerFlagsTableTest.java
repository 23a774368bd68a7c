package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Flags, as a reader of their table finds them. */
class PlayerFlagsTableTest extends WrittenTables {
  @Test
  void holdsEveryColumnAsDocumented() throws Exception {
    write(SampleRows.flag("columns", 30_000), SampleRows.flagOfAddress("columns", "192.0.2.7"));

    assertThat(rows("columns").get(0))
        .containsEntry("started_at", "1970-01-01 00:00:00.001+00")
        .containsEntry("rule", "PLAYERS_AN_ADDRESS")
        .containsEntry("game_id", "_none")
        .containsEntry("ip_address", "192.0.2.7")
        .containsEntry("span_millis", "3600000")
        .containsEntry("measured", "21")
        .containsEntry("allowed", "20");
    assertThat(rows("columns").get(1))
        .containsEntry("rule", "POINTS_A_MINUTE")
        .containsEntry("game_id", "chess")
        .containsEntry("ip_address", "")
        .containsEntry("span_millis", "60000")
        .containsEntry("measured", "30000")
        .containsEntry("allowed", "25000")
        .containsEntry("version", "30000");
  }

  @Test
  void takesEveryRule() throws Exception {
    Flag[] flags =
        Stream.of(Rule.values())
            .map(
                rule ->
                    rule == Rule.PLAYERS_AN_ADDRESS
                        ? SampleRows.flagOfAddress("rules", "192.0.2.7")
                        : SampleRows.flag(rule, "rules", 30_000))
            .toArray(Flag[]::new);

    write(flags);

    assertThat(rows("rules")).hasSize(Rule.values().length);
  }

  @Test
  void keepsWhatWasMeasuredLastWhateverTheOrder() throws Exception {
    write(SampleRows.flag("grown", 30_000));
    write(SampleRows.flag("grown", 40_000));
    write(SampleRows.flag("grown", 30_000));

    assertThat(rows("grown")).hasSize(1);
    assertThat(rows("grown").get(0)).containsEntry("measured", "40000");
  }

  private static void write(Flag... rows) throws Exception {
    WriteRows.into(Tables.PLAYER_FLAGS, database, List.of(rows));
  }

  private static List<Map<String, String>> rows(String player) throws Exception {
    return Rows.of(
        server,
        "select * from laurel.player_flags where player_id = '%s' order by rule".formatted(player));
  }
}
