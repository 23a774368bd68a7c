package dev.laurel.local.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A row as it has to be.
 *
 * @param values its columns behind the key, as texts; {@link #NULL} where there is nothing
 * @param isRequired false if the table need not have it yet
 */
record Row(Key key, Values values, boolean isRequired) {
  /** A null: no text of a table holds U+0000. */
  static final String NULL = "\0";

  /** The values, at hand or to be found again. */
  interface Values {
    /** Whether a table's values are these. */
    boolean equal(List<String> found);

    /** All of them. */
    List<String> all();
  }

  /** A row whose values are at hand. */
  static Row of(Key key, Object... values) {
    List<String> texts = java.util.Arrays.stream(values).map(Row::text).toList();
    return new Row(key, new AtHand(texts), true);
  }

  /** A row of whose values only the digest is at hand. */
  static Row digested(Key key, long digest, Supplier<List<String>> again) {
    return new Row(key, new Digested(digest, again), true);
  }

  /** The same row, perhaps one that the table need not have. */
  Row required(boolean required) {
    return new Row(key, values, required);
  }

  private record AtHand(List<String> all) implements Values {
    @Override
    public boolean equal(List<String> found) {
      return all.equals(found);
    }
  }

  private record Digested(long digest, Supplier<List<String>> again) implements Values {
    @Override
    public boolean equal(List<String> found) {
      return Digest.of(found) == digest;
    }

    @Override
    public List<String> all() {
      return again.get();
    }
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> perhaps) {
      return perhaps.map(Row::text).orElse(NULL);
    }
    if (value instanceof OptionalLong time) {
      return time.isPresent() ? Instant.ofEpochMilli(time.getAsLong()).toString() : NULL;
    }
    return value.toString();
  }
}
