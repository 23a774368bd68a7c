package dev.laurel.pipeline.proof;

import java.util.Map;
import java.util.TreeMap;

/** The oracle is right where a hand can reckon it. */
class OracleTest implements TieCases, RemovalCases, LatenessCases, RegionCases {

  @Override
  public Shown play(Script script, Display display) {
    Oracle oracle = new Oracle(script.rules(), script.deeds());
    Map<String, Top> boards = new TreeMap<>();
    oracle
        .boards(display)
        .forEach((key, ranking) -> boards.put(key, ranking.top(display.topSize())));
    return new Shown(boards, oracle.totals(), oracle.gameTotals(), oracle.refused());
  }
}
