package dev.laurel.local.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What names a row of a table: texts, whole numbers, days and moments, in the order of its key. */
record Key(List<Comparable<?>> parts) implements Comparable<Key> {

  static Key of(Comparable<?>... parts) {
    return new Key(Arrays.asList(parts));
  }

  @Override
  public int compareTo(Key other) {
    for (int i = 0; i < parts.size(); i++) {
      int order = compare(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // keys of one table have parts of the same classes
  private static int compare(Comparable<?> one, Comparable<?> other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  @Override
  public String toString() {
    return parts.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
