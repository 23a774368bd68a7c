package dev.laurel.pipeline.board;

/**
 * What local tops are of.
 *
 * @param reserve standings held behind the top
 * @param mostClosedStandings standings of closed boards that may stay on the heap, a board being as
 *     much as three
 * @param epoch which start of the job this is
 */
public record LocalTopsConfig(
    BoardPlan plan, int reserve, int mostClosedStandings, KeyGroups players, long epoch) {}
