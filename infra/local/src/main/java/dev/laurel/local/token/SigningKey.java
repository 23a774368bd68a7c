package dev.laurel.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.laurel.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The RSA key of a home: it signs tokens that the serving API accepts. */
public final class SigningKey {

  /** Issuer and audience of every token of a local stack. */
  public static final String PARTY = "laurel";

  private final RSAKey key;

  private SigningKey(RSAKey key) {
    this.key = key;
  }

  /**
   * The key of {@code home}, made when it is missing; its public half is written to the home's
   * JWKS.
   */
  public static SigningKey keptIn(Home home) throws IOException {
    try {
      if (!Files.exists(home.signingKey())) {
        RSAKey made =
            new RSAKeyGenerator(2048)
                .keyIDFromThumbprint(true)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        writeSecret(home.signingKey(), made.toJSONString());
      }
      SigningKey kept = of(home);
      Files.writeString(home.jwks(), new JWKSet(kept.key.toPublicJWK()).toString() + "\n");
      return kept;
    } catch (JOSEException impossible) {
      throw new IOException("no RSA key can be made: " + impossible.getMessage(), impossible);
    }
  }

  /** The key of {@code home}, which must be there. */
  public static SigningKey of(Home home) throws IOException {
    Path file = home.signingKey();
    if (!Files.exists(file)) {
      throw new IOException(
          "--home is %s, which has no signing key; infra/up makes one".formatted(home.folder()));
    }
    try {
      return new SigningKey(RSAKey.parse(Files.readString(file)));
    } catch (ParseException broken) {
      throw new IOException("%s is no RSA key: %s".formatted(file, broken.getMessage()), broken);
    }
  }

  /** A token for {@code subject}, valid from {@code now} on. */
  public String sign(String subject, List<String> roles, Instant now, Duration validFor) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(PARTY)
            .audience(PARTY)
            .subject(subject)
            .claim("roles", roles)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(validFor)))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the signing key cannot sign", impossible);
    }
    return token.serialize();
  }

  /** Writes a file that only its owner reads. */
  static void writeSecret(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content + "\n");
  }
}
