package dev.laurel.pipeline;

import dev.laurel.pipeline.proof.Chance;
import dev.laurel.pipeline.proof.Deed;
import dev.laurel.pipeline.proof.Display;
import dev.laurel.pipeline.proof.Oracle;
import dev.laurel.pipeline.proof.RandomCatalog;
import dev.laurel.pipeline.proof.RandomLog;
import dev.laurel.pipeline.proof.Ranking;
import dev.laurel.pipeline.proof.Rule;
import dev.laurel.pipeline.proof.Top;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A random log whose log times are in the past, with its catalog, and behind it the same short play
 * of every player, so late that all periods before it are over.
 */
record FinishedLog(List<Rule> rules, List<Deed> deeds) {
  private static final Instant PAST = Instant.parse("2026-11-01T00:00:00Z");
  private static final int PLAYERS = RandomLog.PLAYERS.size();

  /** A log of so many deeds and the last ones, made from the first seed on that gives one. */
  static FinishedLog of(int many, long firstSeed) {
    return LongStream.iterate(firstSeed, seed -> seed + 1)
        .mapToObj(seed -> random(many, seed))
        .filter(log -> log.end().isBefore(PAST))
        .findFirst()
        .orElseThrow();
  }

  private static FinishedLog random(int many, long seed) {
    RandomLog log = new RandomLog(new Chance(seed), PLAYERS);
    List<Deed> deeds = new ArrayList<>(log.deeds(many));
    long end = deeds.get(many - 1).loggedAt() + Duration.ofDays(40).toMillis();
    RandomLog.PLAYERS.forEach(player -> deeds.add(playtime(deeds.size(), player, end)));
    return new FinishedLog(new RandomCatalog(new Chance(seed), log.beginning()).rules(), deeds);
  }

  /** As it was when so many deeds were logged. */
  FinishedLog upTo(int many) {
    return new FinishedLog(rules, deeds.subList(0, many));
  }

  private static Deed playtime(long offset, String player, long at) {
    Optional<String> game = Optional.of("chess");
    return new Deed(
        offset, "playtime", player, game, "", "last-" + player, "", Optional.empty(), at, at);
  }

  private Instant end() {
    return Instant.ofEpochMilli(deeds.get(deeds.size() - 1).loggedAt());
  }

  /** A day since which all boards are kept in the end: days and weeks are for 400 days. */
  LocalDate keptSince() {
    return LocalDate.ofInstant(end(), ZoneOffset.UTC).minusDays(390);
  }

  /** Whether a board is all-time or a month's, or of a period that begins on that day or later. */
  static boolean isKept(String board, LocalDate since) {
    String[] parts = board.split("/", -1);
    boolean ends = parts[3].equals("daily") || parts[3].equals("weekly");
    return !ends || !LocalDate.parse(parts[4]).isBefore(since);
  }

  /** The boards that it ends with, as {@link WholeJob#boards} shows them. */
  Map<String, Top> boards(Display display) {
    Map<String, Top> boards = new TreeMap<>();
    new Oracle(rules, deeds)
        .boards(display)
        .forEach((key, ranking) -> boards.put(key, unnamed(ranking.top(display.topSize()))));
    boards.keySet().removeIf(key -> !isKept(key, keptSince()));
    return boards;
  }

  /** A top without usernames, which closed boards leave to the table of players. */
  static Top unnamed(Top top) {
    return new Top(
        top.total(),
        top.lines().stream()
            .map(
                line ->
                    new Ranking.Line(
                        line.player(),
                        line.score(),
                        line.reachedAt(),
                        Optional.empty(),
                        line.region()))
            .toList());
  }
}
