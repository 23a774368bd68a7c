package dev.laurel.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TopicContractTest {

  @Test
  void theTopicsOfTheContractsAreMadeAsTheySay() throws IOException {
    List<TopicContract> contracts = TopicContract.in(Installation.current().topics());

    assertThat(contracts)
        .extracting(TopicContract::name)
        .contains("player-events", "catalog", "rank-changes", "dead-letters");
    assertThat(contracts)
        .filteredOn(contract -> contract.name().equals("player-events"))
        .singleElement()
        .satisfies(
            events -> {
              assertThat(events.partitions()).isEqualTo(12);
              assertThat(events.config()).containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1");
              assertThat(events.topic().numPartitions()).isEqualTo(12);
              assertThat(events.topic().replicationFactor()).isEqualTo((short) 1);
              assertThat(events.topic().configs()).isEqualTo(events.config());
            });
  }

  @Test
  void everySettingOfAContractIsOneThatKafkaKnows() throws IOException {
    List<String> known =
        Arrays.stream(TopicConfig.class.getFields())
            .filter(field -> field.getName().endsWith("_CONFIG"))
            .map(TopicContractTest::value)
            .toList();

    for (TopicContract contract : TopicContract.in(Installation.current().topics())) {
      assertThat(known).as(contract.name()).containsAll(contract.config().keySet());
    }
  }

  @Test
  void aFileThatIsNoContractIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("stray.json"), "{\"title\": \"stray\"}");

    assertThatThrownBy(() -> TopicContract.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stray.json")
        .hasMessageContaining("x-topic.partitions");
  }

  private static String value(Field constant) {
    try {
      return constant.get(null).toString();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
