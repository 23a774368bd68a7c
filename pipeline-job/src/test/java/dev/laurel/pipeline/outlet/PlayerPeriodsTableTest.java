package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Period;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two starts of the job do not count a player's changes alike: what waits for the catalog in one
 * does not in the other. A day has the same rows in both.
 */
class PlayerPeriodsTableTest extends WrittenTables {
  @Test
  void theRowOfTheMostEventsStaysHoweverManyChangesWentBefore() throws Exception {
    write(day("most", 3, 2, 52));
    write(day("most", 4, 2, 40));
    assertThat(unlocks("most")).isEqualTo("4 2");

    write(day("most", 3, 2, 60));
    assertThat(unlocks("most")).as("an earlier one, late").isEqualTo("4 2");
  }

  @Test
  void ofAsManyEventsTheRowOfFewerFirstsStays() throws Exception {
    write(day("firsts", 3, 2, 52));
    write(day("firsts", 3, 1, 40));
    write(day("firsts", 3, 2, 60));

    assertThat(unlocks("firsts")).isEqualTo("3 1");
  }

  private static PlayerPeriod day(String player, long unlocks, long distinct, long version) {
    return new PlayerPeriod(
        player,
        "chess",
        Period.DAILY,
        0,
        unlocks,
        distinct,
        1,
        0,
        60,
        SampleRows.FIRST_MOMENT,
        SampleRows.LAST_MOMENT,
        SampleRows.FIRST_MOMENT,
        null,
        version,
        null);
  }

  private static void write(PlayerPeriod row) throws Exception {
    WriteRows.into(StatisticsTables.PLAYER_DAILY_STATS, database, List.of(row));
  }

  private static String unlocks(String player) throws Exception {
    Map<String, String> row =
        Rows.of(
                server,
                "select * from laurel.player_daily_stats where player_id = '" + player + "'")
            .get(0);
    return row.get("unlocks") + " " + row.get("distinct_unlocks");
  }
}
