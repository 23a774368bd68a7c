package dev.laurel.pipeline.suspicion;

import static dev.laurel.pipeline.suspicion.Deeds.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How open minutes are kept. */
class MinuteBytesTest {
  /** Form 1, as the first version wrote it: two minutes, one of them with two bursts. */
  private static final String FORM_1 =
      "010400036576650005636865737380a8a8949567ac020e04b06d08d08c01060003616461"
          + "0002676fc0d1af949567280000";

  @Test
  void openMinutesOfTheFirstFormAreReadableForEver() {
    List<OpenMinute> read = MinuteBytes.read(HexFormat.of().parseHex(FORM_1));

    assertThat(read)
        .extracting(OpenMinute::closed)
        .containsExactly(minute(0, "eve", 150, 7), new PlayerMinute("ada", "go", minute(1), 20, 0));
    assertThat(read.get(0).bursts())
        .containsExactly(new Burst(minute(0) + 7_000, 4), new Burst(minute(0) + 9_000, 3));
    assertThat(read.get(1).bursts()).isEmpty();
  }

  @Test
  void theyAreStillWrittenSo() {
    List<OpenMinute> read = MinuteBytes.read(HexFormat.of().parseHex(FORM_1));

    assertThat(MinuteBytes.of(read))
        .singleElement()
        .extracting(HexFormat.of()::formatHex)
        .isEqualTo(FORM_1);
  }
}
