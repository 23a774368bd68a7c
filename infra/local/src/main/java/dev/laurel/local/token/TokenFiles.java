package dev.laurel.local.token;

import dev.laurel.local.home.Home;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The tokens that lie ready in a home, one a role. */
public final class TokenFiles {

  private static final Duration VALID_FOR = Duration.ofDays(365);

  private TokenFiles() {}

  /** Writes them anew, each valid for a year from {@code now}. */
  public static void write(Home home, Instant now) throws IOException {
    SigningKey key = SigningKey.keptIn(home);
    for (Role role : Role.values()) {
      String token = key.sign(role.usualSubject(), List.of(role.claim()), now, VALID_FOR);
      SigningKey.writeSecret(home.token(role.claim()), token);
    }
  }
}
