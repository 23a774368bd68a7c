package dev.laurel.serving.player;

import dev.laurel.serving.web.NumberedPage;
import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which achievements of a player are asked for.
 *
 * @param gameId of one game; of all if absent
 * @param category of one category of the catalog; of all if absent
 */
record AskedUnlocks(
    Optional<String> gameId, Optional<String> category, UnlockOrder order, NumberedPage page) {

  private static final Pattern CATEGORY = Pattern.compile("\\P{Cntrl}{1,200}");

  /** Reads every parameter. */
  static AskedUnlocks of(UriQuery query) {
    return new AskedUnlocks(
        Parameter.text(query, "gameId"),
        Parameter.named(
            query,
            "category",
            text -> Optional.of(text).filter(CATEGORY.asMatchPredicate()),
            "the name of a category"),
        Parameter.named(query, "sort", UnlockOrder::parse, UnlockOrder.FORMS)
            .orElse(UnlockOrder.NEWEST),
        NumberedPage.of(query, 50, 100));
  }

  /** Whether it takes the catalog to tell which achievements come on the page. */
  boolean needsCatalog() {
    return category.isPresent() || order.by() == UnlockOrder.Field.NAME;
  }
}
