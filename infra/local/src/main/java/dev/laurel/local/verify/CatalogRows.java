package dev.laurel.local.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of catalog_history, in the order of their offsets. */
final class CatalogRows {
  private CatalogRows() {}

  static Stream<Row> of(RuleBook rules) {
    return rules.all().stream().map(CatalogRows::row);
  }

  private static Row row(Rule rule) {
    Map<String, String> said = rule.said();
    return Row.of(
        Key.of(rule.offset()),
        Instant.ofEpochMilli(rule.publishedAt()),
        said.get("kind"),
        said.getOrDefault("gameId", ""),
        said.getOrDefault("achievementId", ""),
        said.getOrDefault("actionType", ""),
        Instant.ofEpochMilli(rule.inForceFrom()),
        spell(said));
  }

  /** A table's definition in one spelling; the text itself if it defines nothing. */
  static String spell(String definition) {
    return Rule.fields(definition.getBytes(StandardCharsets.UTF_8))
        .map(CatalogRows::spell)
        .orElse(definition);
  }

  private static String spell(Map<String, String> said) {
    return new TreeMap<>(said).toString();
  }
}
