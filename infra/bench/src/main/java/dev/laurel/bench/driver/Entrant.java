package dev.laurel.bench.driver;

import dev.laurel.bench.board.TieRule;
import java.util.List;
import java.util.Optional;

/**
 * A contender as it enters a cell.
 *
 * @param name as {@code dev.laurel.bench.Contender} knows it
 * @param profiles whether the log it reads has profiles too, so that there are regions
 * @param ties the rule of the boards it makes; empty where it makes none
 */
record Entrant(String name, boolean profiles, Optional<TieRule> ties, List<String> jobOptions) {

  static final Entrant L0 = limit("L0");
  static final Entrant L0J = limit("L0j");
  static final Entrant L1 = limit("L1");
  static final Entrant L2 = limit("L2");
  static final Entrant SQL_FAST = sql("sql-fast");
  static final Entrant SQL_RETRACT = sql("sql-retract");

  /** The same question as SQL's, by Laurel. */
  static final Entrant LAUREL_SQL =
      laurel(
          "laurel-sql",
          false,
          List.of(
              "--scopes",
              "global,game",
              "--regions",
              "everyone",
              "--periods",
              "all-time",
              "--tables",
              "boards",
              "--suspicion",
              "off"));

  /** Everything Laurel does. */
  static final Entrant LAUREL_FULL = laurel("laurel-full", true, List.of());

  /** The same over a log of more than a year, whose partitions are kept together. */
  static final Entrant LAUREL_YEARS =
      laurel(LAUREL_FULL.name(), true, List.of("--partition-drift", "P3D"));

  /** Everything, as the batch run does it: boards once, at the end, and nothing to Kafka. */
  static final Entrant LAUREL_BACKFILL =
      new Entrant(
          "laurel-backfill",
          true,
          Optional.empty(),
          List.of("--backfill", "on", "--held-scopes", "500000", "--unsaved-books", "100000"));

  private static Entrant limit(String name) {
    return new Entrant(name, false, Optional.empty(), List.of());
  }

  private static Entrant sql(String name) {
    return new Entrant(name, false, Optional.of(TieRule.SMALLER_ID), List.of());
  }

  private static Entrant laurel(String name, boolean profiles, List<String> jobOptions) {
    return new Entrant(name, profiles, Optional.of(TieRule.REACHED_FIRST), jobOptions);
  }

  /** Whether it is Laurel's job. */
  boolean isLaurel() {
    return name.startsWith("laurel");
  }
}
