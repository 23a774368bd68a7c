package dev.laurel.bench.input;

import java.util.ArrayList;
import java.util.List;

/** The games and achievements that the events are of: the same for every log. */
public final class CatalogLines {

  /** Their topic. */
  public static final String TOPIC = "catalog-of-%d-games".formatted(Input.MOST_GAMES);

  private CatalogLines() {}

  /** All definitions, a game before its achievements. */
  public static List<Wire.Definition> all() {
    List<Wire.Definition> all = new ArrayList<>();
    for (int game = 0; game < Input.MOST_GAMES; game++) {
      all.add(Wire.definition(game));
      for (int achievement = 0; achievement < Input.ACHIEVEMENTS; achievement++) {
        all.add(Wire.definition(game, achievement));
      }
    }
    return all;
  }
}
