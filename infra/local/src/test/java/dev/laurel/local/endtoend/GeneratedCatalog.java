package dev.laurel.local.endtoend;

import java.util.ArrayList;
import java.util.List;

/** What a {@link GeneratedLog} needs defined. */
final class GeneratedCatalog {
  static final List<String> GAMES =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon");

  /** The first definition of its game comes after events that wait for it. */
  static final String LATE_GAME = "{\"kind\":\"game\",\"gameId\":\"late\",\"name\":\"Late\"}";

  /** The first definition of its game comes when its events have been refused. */
  static final String TOO_LATE_GAME =
      "{\"kind\":\"game\",\"gameId\":\"too-late\",\"name\":\"Too late\"}";

  private GeneratedCatalog() {}

  /** The definitions that are there before the first event. */
  static String[] definitions() {
    List<String> catalog = new ArrayList<>();
    catalog.add("{'kind':'game','gameId':'closed','name':'Closed','active':false}");
    catalog.add(
        "{'kind':'achievement','gameId':'closed','achievementId':'once','name':'O','points':1}");
    catalog.add(
        "{'kind':'action','actionType':'RACE','minPoints':-400,'maxPoints':60000,'writer':'game-server'}");
    catalog.add("{'kind':'action','actionType':'RARE','points':10,'maxPerDay':1}");
    for (String game : GAMES) {
      catalog.add("{'kind':'game','gameId':'%1$s','name':'%1$s'}".formatted(game));
      catalog.add(
          "{'kind':'achievement','gameId':'%s','achievementId':'again','name':'A','points':5,'repeatable':true}"
              .formatted(game));
      catalog.add(
          "{'kind':'achievement','gameId':'%s','achievementId':'once','name':'O','points':40}"
              .formatted(game));
    }
    return catalog.stream().map(GeneratedCatalog::quoted).toArray(String[]::new);
  }

  /** JSON that was written with single quotes. */
  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
