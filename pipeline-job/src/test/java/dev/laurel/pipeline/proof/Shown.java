package dev.laurel.pipeline.proof;

import java.util.Map;

/**
 * Everything that is shown when a log has been played.
 *
 * @param boards tops by the key of their board; one that nobody stands on is missing or empty
 * @param players totals over all games
 * @param games totals of each player in each game, {@code _none} for no game
 * @param refused reasons of dead letters by offset
 */
record Shown(
    Map<String, Top> boards,
    Map<String, Totals> players,
    Map<String, Map<String, GameTotals>> games,
    Map<Long, String> refused) {

  Top board(String key) {
    return boards.getOrDefault(key, Top.EMPTY);
  }
}
