package dev.laurel.pipeline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which deeds of a whole log count under a whole catalog, by brute force and straight from the
 * rules: it knows everything at once, keeps lists, and shares no code with the job.
 */
final class Acceptance {
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  /** An accepted deed, what it is worth, and the limit and the repeating it was judged by. */
  record Booking(Deed deed, long points, int maxPerDay, boolean repeatable) {
    boolean scores() {
      return !deed.type().equals("playtime");
    }
  }

  private final List<Rule> rules;

  /** The accepted unlocks, actions and playtimes, in log order. */
  final List<Booking> bookings = new ArrayList<>();

  /** The accepted profiles and moderations, in log order. */
  final List<Deed> words = new ArrayList<>();

  /** The refused deeds by offset, each with its reason. */
  final Map<Long, String> refused = new TreeMap<>();

  /** How many deeds there were that are not from the future, by day of log time since 1970. */
  final Map<Long, Long> judged = new TreeMap<>();

  Acceptance(List<Rule> rules, List<Deed> deeds) {
    this.rules = rules;
    deeds.forEach(this::take);
  }

  private void take(Deed deed) {
    if (deed.occurredAt() > deed.loggedAt() + 5 * MINUTE) {
      refused.put(deed.offset(), "FROM_THE_FUTURE");
      return;
    }
    judged.merge(Math.floorDiv(deed.loggedAt(), DAY), 1L, Long::sum);
    if (deed.isWord()) {
      words.add(deed);
    } else {
      judge(deed);
    }
  }

  private void judge(Deed deed) {
    Optional<Rule> game = deed.game().flatMap(name -> inForce("game", name, deed));
    Optional<Rule> entry = entry(deed);
    boolean repeatable = entry.map(Rule::repeatable).orElse(false);
    if (entry.isPresent() && entry.get().variable() && deed.points().isEmpty()) {
      refused.put(deed.offset(), "INVALID_FIELD");
    } else if (bookings.stream().noneMatch(booking -> isRepeat(booking, deed, repeatable))) {
      String reason = reason(deed, game, entry);
      if (reason.isEmpty()) {
        long points = entry.map(rule -> deed.points().orElse(rule.least())).orElse(0L);
        int maxPerDay = entry.map(Rule::maxPerDay).orElse(0);
        bookings.add(new Booking(deed, points, maxPerDay, repeatable));
      } else {
        refused.put(deed.offset(), reason);
      }
    }
  }

  private Optional<Rule> entry(Deed deed) {
    return switch (deed.type()) {
      case "unlock" -> inForce("achievement", deed.game().get() + "/" + deed.name(), deed);
      case "action" -> inForce("action", deed.name(), deed);
      default -> Optional.empty();
    };
  }

  private String reason(Deed deed, Optional<Rule> game, Optional<Rule> entry) {
    if (deed.game().isPresent() && game.isEmpty()) {
      return "UNKNOWN_GAME";
    }
    if (entry.isEmpty() && !deed.type().equals("playtime")) {
      return deed.type().equals("unlock") ? "UNKNOWN_ACHIEVEMENT" : "UNKNOWN_ACTION_TYPE";
    }
    if ((game.isPresent() && !game.get().active())
        || (entry.isPresent() && !entry.get().active())) {
      return "INACTIVE";
    }
    if (entry.isPresent() && deed.points().isPresent() && !allows(entry.get(), deed)) {
      return "POINTS_OUT_OF_RANGE";
    }
    return entry.isPresent() && isOverLimit(deed, entry.get().maxPerDay()) ? "LIMIT_EXCEEDED" : "";
  }

  private Optional<Rule> inForce(String kind, String name, Deed deed) {
    List<Rule> versions =
        rules.stream()
            .filter(rule -> rule.kind().equals(kind) && rule.name().equals(name))
            .toList();
    if (versions.isEmpty() || versions.get(0).publishedAt() > deed.loggedAt() + MINUTE) {
      return Optional.empty();
    }
    Rule judge = versions.get(0);
    long since = Long.MIN_VALUE;
    for (Rule version : versions.subList(1, versions.size())) {
      long from = Math.max(version.effectiveFrom(), version.publishedAt() + 5_000);
      boolean noticed = version.publishedAt() + 5_000 <= deed.loggedAt();
      if (noticed && from <= deed.occurredAt() && from >= since) {
        judge = version;
        since = from;
      }
    }
    return Optional.of(judge.repeating(versions.get(0).repeatable()));
  }

  private static boolean isRepeat(Booking booking, Deed deed, boolean repeatable) {
    Deed known = booking.deed();
    if (!known.player().equals(deed.player())
        || !known.type().equals(deed.type())
        || booking.repeatable() != repeatable) {
      return false;
    }
    if (deed.type().equals("unlock") && !repeatable) {
      return known.game().equals(deed.game()) && known.name().equals(deed.name());
    }
    return known.id().equals(deed.id()) && deed.loggedAt() - known.loggedAt() < 30 * DAY;
  }

  private static boolean allows(Rule rule, Deed deed) {
    long points = deed.points().get();
    return points >= rule.least() && points <= rule.most();
  }

  private boolean isOverLimit(Deed deed, int maxPerDay) {
    long counted =
        bookings.stream()
            .filter(b -> b.maxPerDay() > 0 && b.deed().player().equals(deed.player()))
            .filter(b -> b.deed().type().equals("action") && b.deed().name().equals(deed.name()))
            .filter(b -> b.deed().occurredAt() / DAY == deed.occurredAt() / DAY)
            .count();
    return maxPerDay > 0 && counted >= maxPerDay;
  }
}
