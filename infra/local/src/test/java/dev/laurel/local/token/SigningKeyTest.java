package dev.laurel.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.laurel.local.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  private Home home;

  @BeforeEach
  void prepare() throws Exception {
    home = Home.at(folder);
    home.prepare();
  }

  @Test
  void aTokenCarriesItsClaimsAndIsVerifiedByThePublishedKey() throws Exception {
    String token = SigningKey.keptIn(home).sign("ada", List.of("player"), NOW, Duration.ofDays(1));

    SignedJWT read = SignedJWT.parse(token);
    var published = JWKSet.load(home.jwks().toFile()).getKeyByKeyId(read.getHeader().getKeyID());
    assertThat(read.verify(new RSASSAVerifier(published.toRSAKey()))).isTrue();
    assertThat(published.isPrivate()).isFalse();
    assertThat(read.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(read.getJWTClaimsSet().getSubject()).isEqualTo("ada");
    assertThat(read.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("player");
    assertThat(read.getJWTClaimsSet().getIssuer()).isEqualTo("laurel");
    assertThat(read.getJWTClaimsSet().getAudience()).containsExactly("laurel");
    assertThat(read.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void theKeyOutlivesARestart() throws Exception {
    SigningKey.keptIn(home);
    String before = Files.readString(home.jwks());
    SigningKey.keptIn(home);

    assertThat(Files.readString(home.jwks())).isEqualTo(before);
  }

  @Test
  void keyAndTokensAreForTheirOwnerAlone() throws Exception {
    TokenFiles.write(home, NOW);

    for (Path secret :
        List.of(
            home.signingKey(),
            home.token("player"),
            home.token("game-server"),
            home.token("admin"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
    }
  }
}
