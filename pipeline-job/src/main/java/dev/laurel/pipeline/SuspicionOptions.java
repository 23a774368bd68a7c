package dev.laurel.pipeline;

import dev.laurel.pipeline.suspicion.Thresholds;
import java.time.Duration;
import java.util.Optional;

/** The options that say who looks suspect. */
final class SuspicionOptions {
  private SuspicionOptions() {}

  /** All of them, after those that there are. */
  static Options addTo(Options options) {
    return options
        .onOrOff(
            "suspicion",
            "on",
            "whether suspect players are flagged: on or off; off, from a savepoint, needs flink run -n")
        .text("anomalies-topic", "anomalies", "topic that gets the flags")
        .number(
            "suspicion-factor",
            5,
            2,
            1_000,
            "how many times the best minute before is far above it")
        .number(
            "suspicion-points",
            5_000,
            1,
            1_000_000_000,
            "points of a player in a game and minute that are never far above")
        .number(
            "suspicion-unlocks",
            10,
            1,
            1_000_000,
            "unlocks of a player in a game and minute that are never far above")
        .number(
            "suspicion-minutes",
            100,
            1,
            1_000_000,
            "minutes of players that a game must have had before others are compared with them")
        .duration(
            "suspicion-interval",
            "PT1S",
            Duration.ofMillis(100),
            Duration.ofMinutes(1),
            "a moment in which unlocks are counted")
        .number(
            "suspicion-interval-unlocks",
            10,
            1,
            1_000_000,
            "unlocks in a game that a player can bring about in that moment")
        .duration(
            "suspicion-address-span",
            "PT1H",
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            "time in which the players of an address are counted")
        .number(
            "suspicion-address-players",
            20,
            1,
            1_000_000,
            "players who may share an address in that time");
  }

  /** From where on players look suspect; empty if nobody does. */
  static Optional<Thresholds> thresholds(Options.Values values) {
    if (!values.isOn("suspicion")) {
      return Optional.empty();
    }
    return Optional.of(
        new Thresholds(
            values.number("suspicion-factor"),
            values.number("suspicion-points"),
            values.number("suspicion-unlocks"),
            values.number("suspicion-minutes"),
            values.duration("suspicion-interval"),
            values.number("suspicion-interval-unlocks"),
            values.duration("suspicion-address-span"),
            values.number("suspicion-address-players")));
  }
}
