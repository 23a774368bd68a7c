package dev.laurel.local.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of what happened, and books what counts. It is asked in log order, for each
 * player at least.
 */
final class Judge {
  private static final long KNOWN_FOR = 30 * Span.DAY_MILLIS;

  private final RuleBook rules;
  private final AchievementCounts achievements;
  private final Identities identities = new Identities();
  private final Map<String, Long> limited = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Judge(RuleBook rules, AchievementCounts achievements) {
    this.rules = rules;
    this.achievements = achievements;
  }

  /** What becomes of it; what is accepted stands in the player's book then. */
  Fate decide(Happening what, PlayerBook book) {
    if (what.isWord()) {
      return book.tell(what) ? Fate.ACCEPTED : Fate.REPEATED;
    }
    Optional<String> entry = entry(what);
    if (mayStillCome(what.text("gameId").map(Rule::game), what) || mayStillCome(entry, what)) {
      return Fate.WAITING;
    }
    Optional<Rule> rule = entry.flatMap(subject -> inForce(subject, what));
    if (rule.isPresent() && rule.get().ranges() && what.points().isEmpty()) {
      return Fate.INVALID_FIELD;
    }
    boolean repeats = rule.isPresent() && rule.get().repeats();
    return isRepeat(what, repeats, book) ? Fate.REPEATED : judge(what, rule, book);
  }

  private boolean mayStillCome(Optional<String> subject, Happening what) {
    return subject.isPresent() && rules.mayStillCome(subject.get(), what.loggedAt());
  }

  private Optional<Rule> inForce(String subject, Happening what) {
    return rules.inForce(subject, what.occurredAt(), what.loggedAt());
  }

  private static Optional<String> entry(Happening what) {
    return switch (what.kind()) {
      case UNLOCK -> Optional.of(Rule.achievement(what.game(), what.sure("achievementId")));
      case ACTION -> Optional.of(Rule.action(what.sure("actionType")));
      default -> Optional.empty();
    };
  }

  private boolean isRepeat(Happening what, boolean repeats, PlayerBook book) {
    if (isForEver(what, repeats)) {
      return book.knownGame(what.game())
          .filter(game -> game.hasForEver(what.sure("achievementId")))
          .isPresent();
    }
    return identities.isKnown(identity(what), what.loggedAt(), KNOWN_FOR);
  }

  private static boolean isForEver(Happening what, boolean repeats) {
    return what.kind() == Happening.Kind.UNLOCK && !repeats;
  }

  private static String identity(Happening what) {
    String name = what.kind() == Happening.Kind.ACTION ? what.sure("requestId") : what.eventId();
    return what.playerId() + "/" + what.kind() + "/" + name;
  }

  private Fate judge(Happening what, Optional<Rule> rule, PlayerBook book) {
    Optional<Fate> refusal = refusal(what, rule);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (rule.isPresent() && isOverLimit(what, rule.get())) {
      return Fate.LIMIT_EXCEEDED;
    }
    accept(what, rule, book);
    return Fate.ACCEPTED;
  }

  private Optional<Fate> refusal(Happening what, Optional<Rule> rule) {
    Optional<Rule> game = what.text("gameId").flatMap(id -> inForce(Rule.game(id), what));
    if (what.text("gameId").isPresent() && game.isEmpty()) {
      return Optional.of(Fate.UNKNOWN_GAME);
    }
    if (what.scores() && rule.isEmpty()) {
      boolean isUnlock = what.kind() == Happening.Kind.UNLOCK;
      return Optional.of(isUnlock ? Fate.UNKNOWN_ACHIEVEMENT : Fate.UNKNOWN_ACTION_TYPE);
    }
    if (game.filter(known -> !known.isActive()).isPresent()
        || rule.filter(known -> !known.isActive()).isPresent()) {
      return Optional.of(Fate.INACTIVE);
    }
    return rule.isPresent() && !isInRange(what, rule.get())
        ? Optional.of(Fate.POINTS_OUT_OF_RANGE)
        : Optional.empty();
  }

  private static boolean isInRange(Happening what, Rule rule) {
    long points = what.points().orElse(rule.least());
    return points >= rule.least() && points <= rule.most();
  }

  private boolean isOverLimit(Happening what, Rule rule) {
    return limited.getOrDefault(day(what), 0L) >= rule.maxPerDay();
  }

  private static String day(Happening what) {
    String type = what.text("actionType").orElse("");
    return what.playerId() + "/" + type + "/" + Span.dayOf(what.occurredAt());
  }

  private void accept(Happening what, Optional<Rule> rule, PlayerBook book) {
    boolean repeats = rule.filter(Rule::repeats).isPresent();
    long worth = rule.isPresent() ? what.points().orElse(rule.get().least()) : 0;
    if (!isForEver(what, repeats)) {
      identities.accept(identity(what), what.loggedAt());
    }
    if (rule.filter(Rule::isLimited).isPresent()) {
      limited.merge(day(what), 1L, Long::sum);
    }
    String game = shared(what.game());
    String achievement = shared(what.text("achievementId").orElse(""));
    book.game(game).book(what, worth, achievement, repeats);
    if (what.kind() == Happening.Kind.UNLOCK) {
      achievements.count(game, achievement, Span.dayOf(what.occurredAt()));
    }
    book.note(what, worth, what.scores() ? ScoreEvents.digest(what, worth) : 0);
  }

  private String shared(String name) {
    return names.computeIfAbsent(name, same -> same);
  }
}
