package dev.laurel.serving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A key pair, and the file with its public half. */
public record TestKeys(RSAKey key, Path file) {

  /** A new pair in a new file. */
  public static TestKeys generate(String keyId) {
    try {
      return new TestKeys(key(keyId), Files.createTempFile("laurel-keys", ".json")).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another pair in the place of this one. */
  public TestKeys rotate(String keyId) {
    return new TestKeys(key(keyId), file).write();
  }

  /** A token of a player that is good for an hour. */
  public String token() {
    return token("laurel", "laurel", Duration.ofHours(1));
  }

  /** A token of someone with a role, good for an hour. */
  public String token(String subject, String role) {
    return token("laurel", "laurel", Duration.ofHours(1), subject, role);
  }

  /** A token with these claims. */
  public String token(String issuer, String audience, Duration left) {
    return token(issuer, audience, left, "ada", "player");
  }

  private String token(String issuer, String audience, Duration left, String subject, String role) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(subject)
            .claim("roles", List.of(role))
            .expirationTime(Date.from(Instant.now().plus(left)))
            .build();
    return sign(claims, JWSAlgorithm.RS256);
  }

  /** Good claims, signed with another algorithm of the same key. */
  public String token(JWSAlgorithm algorithm) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("laurel")
            .audience("laurel")
            .subject("ada")
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build();
    return sign(claims, algorithm);
  }

  private String sign(JWTClaimsSet claims, JWSAlgorithm algorithm) {
    try {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private TestKeys write() {
    try {
      Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAKey key(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
