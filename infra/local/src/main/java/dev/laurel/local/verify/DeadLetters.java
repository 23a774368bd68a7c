package dev.laurel.local.verify;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds the topic dead-letters to the log: every record that does not count stands there with its
 * reason, and no other does. Once or twice is the same.
 */
final class DeadLetters {

  /** The topic, read on and on. */
  interface Topic {
    /** Reads up to where it ends now. */
    void readOn(Set<Letter> into) throws IOException;

    /** Whether nothing of it has been let go. */
    boolean isWhole() throws IOException;
  }

  /**
   * What came of it.
   *
   * @param compared how many letters there have to be
   * @param lines what differs, a line each
   */
  record Result(long compared, List<String> lines) {
    boolean isEqual() {
      return lines.isEmpty();
    }
  }

  private final Reckoning reckoning;
  private final Verification.Log log;
  private final Topic topic;
  private final TreeSet<Letter> found = new TreeSet<>();

  DeadLetters(Reckoning reckoning, Verification.Log log, Topic topic) {
    this.reckoning = reckoning;
    this.log = log;
    this.topic = topic;
  }

  /** The topic of a cluster. */
  static Topic topic(TopicReader reader) {
    return new Topic() {
      @Override
      public void readOn(Set<Letter> into) throws IOException {
        Map<TopicPartition, Long> ends = reader.ends();
        reader.readTo(ends, stored -> Letter.read(stored).ifPresent(into::add));
      }

      @Override
      public boolean isWhole() throws IOException {
        return reader.isWhole();
      }
    };
  }

  /**
   * Compares, and what differs again every second for as long as is waited: the topic runs behind
   * the log. What is refused meanwhile is not looked at.
   */
  Result compare(Clock clock, Verification.Pause pause, Duration wait)
      throws IOException, InterruptedException {
    Instant end = clock.instant().plus(wait);
    Map<Letter, String> differing = differing();
    while (!differing.isEmpty() && clock.instant().isBefore(end)) {
      pause.aSecond();
      differing.keySet().retainAll(differing().keySet());
    }
    return new Result(reckoning.refused().size(), new ArrayList<>(differing.values()));
  }

  /** The letters are read before the log, so the record of each is known. */
  private Map<Letter, String> differing() throws IOException {
    topic.readOn(found);
    log.readOn(reckoning);
    Set<Letter> expected = reckoning.refused();
    Map<Letter, String> differing = new TreeMap<>();
    for (Letter each : found) {
      if (!expected.contains(each)) {
        differing.put(each, line(each, "no letter", "a letter"));
      }
    }
    if (topic.isWhole()) {
      for (Letter each : expected) {
        if (!found.contains(each)) {
          differing.put(each, line(each, "a letter", "no letter"));
        }
      }
    }
    return differing;
  }

  private static String line(Letter letter, String has, String says) {
    return String.join(
        "\t", "dead-letters", letter.toString(), "*", "expected " + has, "found " + says);
  }
}
