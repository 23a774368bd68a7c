package dev.laurel.local.token;

import java.util.Arrays;
import java.util.Optional;

/** What a token allows, by the name it has in the claim {@code roles}. */
public enum Role {
  PLAYER("player", "player-1"),
  GAME_SERVER("game-server", "game-server-1"),
  ADMIN("admin", "admin-1");

  private final String claim;
  private final String usualSubject;

  Role(String claim, String usualSubject) {
    this.claim = claim;
    this.usualSubject = usualSubject;
  }

  /** The role of that name. */
  public static Optional<Role> named(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
  }

  public String claim() {
    return claim;
  }

  /** Whom the token that a stack makes for this role is for. */
  public String usualSubject() {
    return usualSubject;
  }
}
