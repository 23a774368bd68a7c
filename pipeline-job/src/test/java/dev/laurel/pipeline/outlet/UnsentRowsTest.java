package dev.laurel.pipeline.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.ledger.PlayerTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

class UnsentRowsTest {

  /** A row as an earlier version of the job wrote it. */
  public record RowBefore(String player, long score) {}

  /** The same row as a later version knows it. */
  public record RowsAfter(String player, long score, Instant reachedAt, int level) {}

  @Test
  void rowsComeBackAsTheyWere() throws IOException {
    List<PlayerTotals> rows =
        List.of(SampleRows.totals("ada", -5, 2), SampleRows.unknown("bob", Long.MAX_VALUE));
    UnsentRows<PlayerTotals> state = unsent(PlayerTotals.class);

    List<PlayerTotals> back = state.deserialize(state.getVersion(), state.serialize(rows));

    assertThat(back).isEqualTo(rows);
  }

  @Test
  void noRowsComeBackAsNone() throws IOException {
    UnsentRows<PlayerTotals> state = unsent(PlayerTotals.class);

    assertThat(state.deserialize(state.getVersion(), state.serialize(List.of()))).isEmpty();
  }

  @Test
  void rowsOfAnEarlierVersionAreReadWithoutTheFieldsTheyLack() throws IOException {
    byte[] written = unsent(RowBefore.class).serialize(List.of(new RowBefore("ada", 7)));

    List<RowsAfter> back = unsent(RowsAfter.class).deserialize(1, renamed(written));

    assertThat(back).containsExactly(new RowsAfter("ada", 7, null, 0));
  }

  /** What would stand there if the two forms of the row had been classes of the same name. */
  private static byte[] renamed(byte[] written) {
    String text = new String(written, StandardCharsets.ISO_8859_1);
    assertThat(RowBefore.class.getName()).hasSameSizeAs(RowsAfter.class.getName());
    return text.replace(RowBefore.class.getName(), RowsAfter.class.getName())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static <R> UnsentRows<R> unsent(Class<R> type) {
    return new UnsentRows<>(TypeInformation.of(type).createSerializer(new SerializerConfigImpl()));
  }
}
