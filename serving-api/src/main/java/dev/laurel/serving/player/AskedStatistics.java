package dev.laurel.serving.player;

import dev.laurel.serving.web.PageOfList;
import dev.laurel.serving.web.Parameter;
import io.helidon.common.uri.UriQuery;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which statistics of a player are asked for.
 *
 * @param gameId of one game, {@code _none} for actions without one; of all together if absent
 * @param from a day in the first period
 * @param to a day in the last period
 */
record AskedStatistics(
    Optional<String> gameId,
    Granularity granularity,
    LocalDate from,
    LocalDate to,
    PageOfList page) {

  /** One page holds all days that are kept. */
  private static final int MOST = 400;

  private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  /** Reads every parameter: days unless told, without bounds unless given. */
  static AskedStatistics of(UriQuery query) {
    Granularity granularity =
        Parameter.named(query, "granularity", Granularity::named, "daily or monthly")
            .orElse(Granularity.DAILY);
    LocalDate from = day(query, "from").orElse(FIRST_DAY);
    LocalDate to = day(query, "to").orElse(LAST_DAY);
    if (from.isAfter(to)) {
      throw Parameter.refused("from", from.toString(), "a day not after to, which is " + to);
    }
    return new AskedStatistics(
        Parameter.text(query, "gameId"),
        granularity,
        granularity == Granularity.MONTHLY ? from.withDayOfMonth(1) : from,
        to,
        PageOfList.of(query, 50, MOST));
  }

  private static Optional<LocalDate> day(UriQuery query, String name) {
    return Parameter.text(query, name).map(text -> Parameter.day(name, text));
  }
}
