package dev.laurel.local.catalog;

/**
 * One line of a catalog file that is what it should be.
 *
 * @param key the record's key: kind and identifiers, joined by {@code /}
 * @param json the line as it stands in the file
 */
public record Definition(String key, String json) {}
