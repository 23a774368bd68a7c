package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StartTest {

  private static final Stack STACK = Stack.shared();

  @Test
  void doesNotStartOnAPortThatIsTaken() throws BadConfigurationException {
    int taken = STACK.http("").getPort();
    ServingConfig config =
        ServingConfig.of(
            "--host=127.0.0.1",
            "--port=" + taken,
            "--bootstrap-servers=" + STACK.broker().address(),
            "--jdbc-url=" + STACK.database().url());

    try (RunningService second = new RunningService(config)) {
      assertThatThrownBy(second::start).hasMessageContaining("another process has the port");
    }
  }
}
