package dev.laurel.local.verify;

/** What came of a verification. */
enum Verdict {
  EQUAL(0),
  DIFFERENT(1),
  UNDECIDED(2);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
