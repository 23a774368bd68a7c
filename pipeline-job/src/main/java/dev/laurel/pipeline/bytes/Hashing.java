package dev.laurel.pipeline.bytes;

/** Hashes for tables whose length is a power of two. */
public final class Hashing {
  private static final int GOLDEN_RATIO = 0x9E3779B1;

  private Hashing() {}

  /** A hash all of whose bits, the lowest ones too, depend on all of that one. */
  public static int mixed(int hash) {
    int mixed = hash * GOLDEN_RATIO;
    return mixed ^ (mixed >>> 15);
  }
}
