package dev.laurel.local.verify;

/** What became of the records that were logged on one day. */
final class LogDay {
  long received;
  long accepted;
  long repeated;
  long dead;
  long waiting;

  /** Counts so many more with that fate. */
  void count(Fate fate, int more) {
    switch (fate) {
      case ACCEPTED -> accepted += more;
      case REPEATED -> repeated += more;
      case WAITING -> waiting += more;
      default -> dead += more;
    }
  }
}
