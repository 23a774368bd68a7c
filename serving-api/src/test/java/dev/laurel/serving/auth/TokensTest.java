package dev.laurel.serving.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.laurel.serving.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void saysWhoATokenSpeaksFor() throws InvalidTokenException {
    TestKeys keys = TestKeys.generate("first");

    assertThat(tokens(keys.file().toString()).verify(keys.token()))
        .isEqualTo(new Token("ada", Set.of("player")));
  }

  @Test
  void trustsTheNewKeyOfAFileAndNoLongerTheOld() throws InvalidTokenException {
    TestKeys old = TestKeys.generate("first");
    Tokens tokens = tokens(old.file().toString());
    tokens.verify(old.token());

    TestKeys rotated = old.rotate("second-key");

    assertThat(tokens.verify(rotated.token()).subject()).isEqualTo("ada");
    assertThatThrownBy(() -> tokens.verify(old.token())).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void fetchesKeysFromAnAddress() throws IOException, InvalidTokenException {
    TestKeys keys = TestKeys.generate("first");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] set = new JWKSet(keys.key().toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    server.start();
    try {
      Tokens tokens = tokens("http://localhost:" + server.getAddress().getPort() + "/keys");

      assertThat(tokens.verify(keys.token()).subject()).isEqualTo("ada");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void trustsNobodyWithoutKeys() {
    assertThatThrownBy(() -> tokens("").verify(TestKeys.generate("first").token()))
        .isInstanceOf(InvalidTokenException.class);
  }

  private static Tokens tokens(String jwks) {
    return new Tokens(jwks, "laurel", "laurel");
  }
}
