package dev.laurel.local.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * When a name was last accepted, by log time. Names are kept as 128 bits of their SHA-256, 24 bytes
 * each in arrays: there is one a request of the whole log.
 */
final class Identities {
  private static final long FREE = Long.MIN_VALUE;

  private final MessageDigest digest = sha256();
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private long[] acceptedAt = filled(1024);
  private int size;

  /** Whether the name was accepted less than a time before. */
  boolean isKnown(String name, long loggedAt, long knownFor) {
    int at = place(hash(name));
    return acceptedAt[at] != FREE && loggedAt - acceptedAt[at] < knownFor;
  }

  void accept(String name, long loggedAt) {
    if (2 * size > high.length) {
      grow();
    }
    put(hash(name), loggedAt);
  }

  private void put(long[] hash, long loggedAt) {
    int at = place(hash);
    size += acceptedAt[at] == FREE ? 1 : 0;
    high[at] = hash[0];
    low[at] = hash[1];
    acceptedAt[at] = loggedAt;
  }

  /** Where the name stands, or would. */
  private int place(long[] hash) {
    int at = (int) hash[0] & (high.length - 1);
    while (acceptedAt[at] != FREE && (high[at] != hash[0] || low[at] != hash[1])) {
      at = (at + 1) & (high.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldTimes = acceptedAt;
    high = new long[2 * oldHigh.length];
    low = new long[2 * oldHigh.length];
    acceptedAt = filled(2 * oldHigh.length);
    size = 0;
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldTimes[i] != FREE) {
        put(new long[] {oldHigh[i], oldLow[i]}, oldTimes[i]);
      }
    }
  }

  private long[] hash(String name) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    return new long[] {bytes.getLong(), bytes.getLong()};
  }

  private static long[] filled(int length) {
    long[] free = new long[length];
    Arrays.fill(free, FREE);
    return free;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
