package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingConfigTest {

  @Test
  void hasADefaultForEverything() throws BadConfigurationException {
    ServingConfig config = ServingConfig.of();

    assertThat(config.kafka().getProperty("bootstrap.servers")).isEqualTo("localhost:9092");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.boardTokenRequired()).isTrue();
    assertThat(config.slowClientTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.allowedOrigins()).isEqualTo(Set.of("*"));
  }

  @Test
  void takesArgumentsOverEnvironmentOverFile(@TempDir Path folder)
      throws IOException, BadConfigurationException {
    Path file = folder.resolve("serving.properties");
    Files.writeString(file, "port=1\njdbc-user=file\nhost=file\nkafka.client.id=file\n");

    ServingConfig config =
        ServingConfig.of(
            GivenOptions.gather(
                List.of("--config", file.toString(), "--port=3", "--board-token", "optional"),
                Map.of(
                    "LAUREL_SERVING_PORT", "2",
                    "LAUREL_SERVING_JDBC_USER", "environment",
                    "LAUREL_SERVING_KAFKA_SECURITY_PROTOCOL", "SSL",
                    "HOME", "/")));

    assertThat(config.port()).isEqualTo(3);
    assertThat(config.jdbcUser()).isEqualTo("environment");
    assertThat(config.host()).isEqualTo("file");
    assertThat(config.boardTokenRequired()).isFalse();
    assertThat(config.kafka())
        .containsEntry("client.id", "file")
        .containsEntry("security.protocol", "SSL");
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThatThrownBy(
            () ->
                ServingConfig.of(
                    "--port=99999",
                    "--pool-size=many",
                    "--board-token=maybe",
                    "--slow-client-timeout=30",
                    "--jwks=/nowhere/keys.json",
                    "--bootstrap-servers=localhost",
                    "--allowed-origins=example.com",
                    "--jdbc-url=postgres://x",
                    "--colour=red",
                    "--host=a",
                    "--host=b",
                    "stray",
                    "--jdbc-user"))
        .isInstanceOf(BadConfigurationException.class)
        .message()
        .hasLineCount(13 - 1)
        .contains("port is '99999', expected a whole number from 0 to 65535")
        .contains("slow-client-timeout is '30', expected a duration above 0 like PT30S")
        .contains("--colour is not an option")
        .contains("--host is given twice")
        .contains("--jdbc-user has no value");
  }

  @Test
  void namesAFileItCannotRead() {
    assertThatThrownBy(() -> ServingConfig.of("--config=/nowhere/serving.properties"))
        .hasMessageContaining("config is '/nowhere/serving.properties'");
  }

  @Test
  void listsEveryOptionWithItsDefault() {
    for (ServingOption option : ServingOption.values()) {
      assertThat(ServingOption.help()).contains("--" + option.option());
    }
    assertThat(ServingOption.help())
        .contains("localhost:9092", "PT30S", "--kafka.NAME", "--postgres.NAME");
  }

  @Test
  void stopsTheProcessWithCode2WithoutAStackTrace() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.laurel.serving.ServingApi",
                "--port=x",
                "--colour=red")
            .redirectErrorStream(true)
            .start();

    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said.lines()).hasSize(2).noneMatch(line -> line.contains("\tat "));
  }
}
