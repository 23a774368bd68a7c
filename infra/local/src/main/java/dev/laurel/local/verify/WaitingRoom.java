package dev.laurel.local.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one player did that has no definition yet, in log order. What might repeat it waits behind
 * it, and so do actions of the same type, with which it may share a limit.
 */
final class WaitingRoom {
  private final List<Happening> waiting = new ArrayList<>();
  private final Set<String> claims = new HashSet<>();

  void add(Happening what) {
    waiting.add(what);
    claims.addAll(claims(what));
  }

  /** Whether it has to wait because of what waits already. */
  boolean holdsUp(Happening what) {
    return !what.isWord() && claims(what).stream().anyMatch(claims::contains);
  }

  List<Happening> all() {
    return List.copyOf(waiting);
  }

  private static List<String> claims(Happening what) {
    String event = what.kind() + "/" + what.eventId();
    return switch (what.kind()) {
      case UNLOCK -> List.of(event, "once/" + what.game() + "/" + what.sure("achievementId"));
      case ACTION ->
          List.of("request/" + what.sure("requestId"), "type/" + what.sure("actionType"));
      default -> List.of(event);
    };
  }
}
