package dev.laurel.local.verify;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a table is asked for its rows. */
final class Query {
  private static final String NEWEST =
      """
      total > 0 and not exists (
        select from laurel.leaderboard_finals as newer
        where newer.scope = t.scope and newer.game_id = t.game_id and newer.region = t.region
          and newer.period = t.period and newer.period_start = t.period_start
          and newer.version > t.version)\
      """;

  private Query() {}

  /** Its rows in the order of its key; only those with these keys, if there are any. */
  static String of(Table table, Freshness tables, Collection<Key> only) {
    return "select %s from laurel.%s as t where %s order by %s"
        .formatted(
            Stream.concat(table.key().stream(), table.columns().stream())
                .collect(Collectors.joining(", ")),
            table.word(),
            Stream.of(kept(table, tables), shown(table, tables), named(table, only))
                .flatMap(Optional::stream)
                .reduce("true", (one, other) -> one + " and " + other),
            IntStream.range(0, table.key().size())
                .mapToObj(part -> ordered(table, part))
                .collect(Collectors.joining(", ")));
  }

  /** The condition that a row is older than what the table keeps; empty if it keeps all. */
  static Optional<String> beyond(Table table, Freshness tables) {
    return Optional.ofNullable(tables.keptFrom().get(table))
        .map(from -> "coalesce(%s < date '%s', false)".formatted(table.dayInSql(), from));
  }

  private static Optional<String> kept(Table table, Freshness tables) {
    return beyond(table, tables).map(old -> "not " + old);
  }

  private static Optional<String> shown(Table table, Freshness tables) {
    return switch (table) {
      case LEADERBOARD_TOPS ->
          Optional.of("total > 0 " + tables.closedUpTo().map(Query::endsBehind).orElse(""));
      case LEADERBOARD_FINALS -> Optional.of(NEWEST);
      default -> Optional.empty();
    };
  }

  private static String endsBehind(Instant closed) {
    return """
    and period_start + case period
     when 'daily' then interval '1 day'
     when 'weekly' then interval '7 days'
     when 'monthly' then interval '1 month'
     else interval '10000 years' end > timestamp '%s'\
    """
        .formatted(closed.toString().replace("Z", ""));
  }

  private static Optional<String> named(Table table, Collection<Key> only) {
    return only.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "(%s) in (select * from unnest(%s))"
                .formatted(
                    String.join(", ", table.key()),
                    table.key().stream().map(part -> "?").collect(Collectors.joining(", "))));
  }

  private static String ordered(Table table, int part) {
    String column = table.key().get(part);
    return type(table, part).equals("text") ? column + " collate \"C\"" : column;
  }

  /** The type of a part of the key. */
  static String type(Table table, int part) {
    return switch (table.key().get(part)) {
      case "day", "month", "period_start" -> "date";
      case "occurred_at" -> "timestamptz";
      case "log_partition", "log_offset" -> "bigint";
      default -> "text";
    };
  }
}
