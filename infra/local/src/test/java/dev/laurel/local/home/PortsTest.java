package dev.laurel.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(other.getLocalPort() - new Ports(0).kafka());

      assertThat(ports.taken())
          .anySatisfy(
              sentence ->
                  assertThat(sentence)
                      .contains("Port " + other.getLocalPort(), "Kafka", "--port-offset"));
    }
  }
}
