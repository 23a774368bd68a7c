package dev.laurel.pipeline.board;

/**
 * What a scan of all players collects beside the boards that are wanted.
 *
 * @param openBoards every open board
 * @param firstDay every closed board whose period begins on this day or later,
 * @param endDay but before this one; days since 1970-01-01
 * @param asNews whether something may have been told of these closed boards that nobody knows of
 */
public record Collect(boolean openBoards, long firstDay, long endDay, boolean asNews) {
  /** Only what is wanted. */
  public static final Collect NOTHING = new Collect(false, 0, 0, false);

  /** Every open board. */
  public static final Collect OPEN = new Collect(true, 0, 0, false);

  /** Every closed board whose period begins within these days. */
  public static Collect closed(long firstDay, long endDay, boolean asNews) {
    return new Collect(false, firstDay, endDay, asNews);
  }

  boolean createsClosed() {
    return firstDay < endDay;
  }

  boolean creates(boolean closed, Period period, long day) {
    return closed ? period != Period.ALL_TIME && day >= firstDay && day < endDay : openBoards;
  }
}
