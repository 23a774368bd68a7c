package dev.laurel.bench.contender;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** The topics that one run of Laurel's job writes, its own each. */
public record OutputTopics(String rankChanges, String deadLetters, String anomalies) {

  /** Those of a run. */
  public static OutputTopics of(String run) {
    return new OutputTopics("rank-changes-" + run, "dead-letters-" + run, "anomalies-" + run);
  }

  /** Every one. */
  @JsonIgnore
  public List<String> all() {
    return List.of(rankChanges, deadLetters, anomalies);
  }
}
