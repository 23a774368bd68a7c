package dev.laurel.pipeline.outlet.broken;

/** A root package that a feature imports: what must not be. */
public final class Root {
  private Root() {}

  public static int topSize() {
    return 1;
  }
}
