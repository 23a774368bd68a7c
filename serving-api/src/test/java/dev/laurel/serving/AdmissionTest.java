package dev.laurel.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Stack STACK = Stack.shared();
  private static RunningService service;

  @BeforeAll
  static void start() throws BadConfigurationException {
    service = new RunningService(STACK.config("--allowed-origins=https://game.example"));
    service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void letsInWhoHasATokenInTheAddressOrTheHeader() throws InterruptedException {
    String token = STACK.keys().token();

    LiveClient byAddress = LiveClient.connect(live("?token=" + token));
    LiveClient byHeader = LiveClient.connect(live(""), Map.of("Authorization", "Bearer " + token));

    assertThat(byAddress.ask("{\"type\":\"ping\"}").path("type").asText()).isEqualTo("pong");
    assertThat(byHeader.ask("{\"type\":\"ping\"}").path("type").asText()).isEqualTo("pong");
    byAddress.closeBlocking();
    byHeader.closeBlocking();
  }

  @Test
  void refusesWhoHasNone() {
    assertThat(upgrade(service.port(), "", "X-Request-ID: none-1"))
        .startsWith("HTTP/1.1 401")
        .contains(
            "\"success\":false",
            "\"code\":\"INVALID_TOKEN\"",
            "none-1",
            "WWW-Authenticate: Bearer");
  }

  @Test
  void refusesABadTokenEvenWhereNoneIsNeeded() {
    assertThat(upgrade(STACK.http("").getPort(), "?token=nonsense", "A: b"))
        .startsWith("HTTP/1.1 401")
        .contains("\"code\":\"INVALID_TOKEN\"");
  }

  @Test
  void refusesTokensThatAreNotMeantForIt() {
    TestKeys keys = STACK.keys();
    Duration hour = Duration.ofHours(1);

    assertThat(upgrade(service.port(), "?token=" + keys.token("other", "laurel", hour), "A: b"))
        .startsWith("HTTP/1.1 401");
    assertThat(upgrade(service.port(), "?token=" + keys.token("laurel", "other", hour), "A: b"))
        .startsWith("HTTP/1.1 401");
    assertThat(
            upgrade(
                service.port(),
                "?token=" + keys.token("laurel", "laurel", Duration.ofMinutes(-1)),
                "A: b"))
        .startsWith("HTTP/1.1 401");
    assertThat(upgrade(service.port(), "?token=" + keys.token(JWSAlgorithm.RS512), "A: b"))
        .startsWith("HTTP/1.1 401");
    assertThat(upgrade(service.port(), "?token=" + TestKeys.generate("first").token(), "A: b"))
        .startsWith("HTTP/1.1 401");
    assertThat(upgrade(service.port(), "?token=" + keys.token(), "A: b"))
        .startsWith("HTTP/1.1 101");
  }

  @Test
  void refusesPagesOfOtherOrigins() {
    String token = "?token=" + STACK.keys().token();

    assertThat(upgrade(service.port(), token, "Origin: https://evil.example"))
        .startsWith("HTTP/1.1 403")
        .contains("\"code\":\"FORBIDDEN\"");
    assertThat(upgrade(service.port(), token, "Origin: https://game.example"))
        .startsWith("HTTP/1.1 101");
    assertThat(upgrade(service.port(), token, "Origin: http://127.0.0.1:" + service.port()))
        .startsWith("HTTP/1.1 101");
  }

  @Test
  void answersARequestThatIsNotHttpInOneForm() {
    assertThat(RawHttp.say(service.port(), "GET /api/v1/games?a=<> HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"INVALID_PARAMETER\"");
  }

  private static URI live(String query) {
    return URI.create("ws://127.0.0.1:" + service.port() + "/ws/v1/scoreboard/live" + query);
  }

  private static String upgrade(int port, String query, String header) {
    return RawHttp.say(
        port,
        """
        GET /ws/v1/scoreboard/live%s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        %s\r
        \r
        """
            .formatted(query, port, header));
  }
}
