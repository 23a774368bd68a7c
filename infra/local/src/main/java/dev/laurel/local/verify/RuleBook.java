package dev.laurel.local.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every version of every definition, and which of them judges an event. */
final class RuleBook {
  private static final long PATIENCE = 60_000;

  private final Map<String, List<Rule>> versions = new HashMap<>();
  private final List<Rule> all = new ArrayList<>();
  private long readUpTo = Long.MIN_VALUE;

  /** Takes the next record of the topic catalog; what is no definition is left out. */
  void publish(ConsumerRecord<byte[], byte[]> stored) {
    Rule.read(stored).ifPresent(this::add);
  }

  private void add(Rule change) {
    List<Rule> known = versions.computeIfAbsent(change.subject(), subject -> new ArrayList<>(1));
    Rule version = known.isEmpty() ? change.asFirst() : change.behind(known.get(0));
    known.add(version);
    all.add(version);
  }

  /** Says that nothing is missing that was published up to then. */
  void readUpTo(long time) {
    readUpTo = Math.max(readUpTo, time);
  }

  /** Every version, in the order of the topic. */
  List<Rule> all() {
    return all;
  }

  /** Whether the first definition may still come in time for an event that was logged then. */
  boolean mayStillCome(String subject, long loggedAt) {
    return !versions.containsKey(subject) && readUpTo < loggedAt + PATIENCE;
  }

  /**
   * The version that judges an event. The first one holds from the beginning of time if it came in
   * time; a change holds from its moment on, for what is logged at least 5 s after it was
   * published. Of two that hold the one with the later moment, then the later publication.
   */
  Optional<Rule> inForce(String subject, long occurredAt, long loggedAt) {
    List<Rule> known = versions.getOrDefault(subject, List.of());
    if (known.isEmpty() || known.get(0).publishedAt() > loggedAt + PATIENCE) {
      return Optional.empty();
    }
    Rule judge = known.get(0);
    for (Rule change : known.subList(1, known.size())) {
      boolean holds =
          change.inForceFrom() <= occurredAt && change.publishedAt() + Rule.NOTICE <= loggedAt;
      if (holds && change.inForceFrom() >= judge.inForceFrom()) {
        judge = change;
      }
    }
    return Optional.of(judge);
  }
}
