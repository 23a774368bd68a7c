package dev.laurel.pipeline.catalog;

/**
 * What an event is worth: a fixed number of points, which is a range of one, or what the event
 * carries within a range.
 *
 * @param variable whether the event must carry its points
 */
public record Worth(boolean variable, long least, long greatest) {

  /** Games are worth nothing themselves. */
  static final Worth NOTHING = fixed(0);

  static Worth fixed(long points) {
    return new Worth(false, points, points);
  }

  static Worth within(long least, long greatest) {
    return new Worth(true, least, greatest);
  }

  boolean allows(long points) {
    return points >= least && points <= greatest;
  }

  /** As it is shown in a message. */
  String expected() {
    return variable ? "a whole number from " + least + " to " + greatest : least + " or none";
  }
}
