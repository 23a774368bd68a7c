package dev.laurel.serving.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/**
 * Verifies tokens: RS256 only, issuer, audience and expiry checked.
 *
 * <p>Keys are rotated without a restart: a file is read again when it changes, an address when a
 * token names a key that is not known yet (at most every 30 s) and every few minutes.
 */
public final class Tokens {

  /** Clocks may differ by this much, in seconds. */
  private static final int CLOCK_SKEW = 5;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * Trusts the keys of a key set.
   *
   * @param jwks a file, an http(s) address, or empty: then no token can be verified
   */
  public Tokens(String jwks, String issuer, String audience) {
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(jwks)));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
    claims.setMaxClockSkew(CLOCK_SKEW);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * Who the token speaks for.
   *
   * @throws InvalidTokenException if it is not to be trusted
   */
  public Token verify(String token) throws InvalidTokenException {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      List<String> roles = claims.getStringListClaim("roles");
      return new Token(claims.getSubject(), roles == null ? Set.of() : Set.copyOf(roles));
    } catch (ParseException e) {
      throw new InvalidTokenException("The token is not a signed JWT", e);
    } catch (BadJOSEException | JOSEException | RuntimeException e) {
      throw new InvalidTokenException(
          "The token is not valid: it has expired, is meant for someone else, or is not signed by a known key",
          e);
    }
  }

  private static JWKSource<SecurityContext> keys(String jwks) {
    if (jwks.isEmpty()) {
      return (selector, context) -> List.of();
    }
    if (!jwks.startsWith("http:") && !jwks.startsWith("https:")) {
      return new KeyFile(Path.of(jwks));
    }
    try {
      return JWKSourceBuilder.create(URI.create(jwks).toURL()).retrying(true).build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "jwks is '" + jwks + "', expected a file or an http(s) address", e);
    }
  }
}
