package dev.laurel.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PortsTest {

  @Test
  void everyPortIsTheUsualOnePlusTheOffset() {
    Ports ports = new Ports(200);

    assertThat(ports.api()).isEqualTo(8280);
    assertThat(ports.flink()).isEqualTo(8281);
    assertThat(ports.kafka()).isEqualTo(9292);
    assertThat(ports.postgres()).isEqualTo(5633);
  }

  @Test
  void theGreatestOffsetLeavesEveryPortInRange() {
    assertThat(new Ports(Ports.GREATEST_OFFSET).taskManagerMetrics()).isLessThan(65_536);
  }

  @Test
  void aTakenPortIsNamedWithWhatItIsForAndTheWayOut() throws IOException {
    try (ServerSocket other = firstFree(new Ports(2_000).kafka())) {
      Ports ports = new Ports(other.getLocalPort() - new Ports(0).kafka());

      assertThat(ports.taken())
          .anySatisfy(
              sentence ->
                  assertThat(sentence)
                      .contains("Port " + other.getLocalPort(), "Kafka", "--port-offset"));
    }
  }

  private static ServerSocket firstFree(int from) {
    return IntStream.range(from, from + 1_000)
        .mapToObj(PortsTest::bind)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<ServerSocket> bind(int port) {
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      return Optional.empty();
    }
  }
}
