package dev.laurel.bench.input;

import java.util.BitSet;

/**
 * A log as it is sent, record after record: its unlocks, and profiles where the input has them. It
 * stands before the first record until {@link #advance()}.
 */
final class Messages {

  private final Input input;
  private final Unlocks unlocks;
  private final BitSet introduced;
  private String player = "";
  private byte[] json = {};
  private byte[] afterProfile = {};
  private long index;

  Messages(Input input) {
    this.input = input;
    this.unlocks = new Unlocks(input);
    this.introduced = new BitSet(input.players());
  }

  /** Records of a whole log. */
  static long count(Input input) {
    Messages messages = new Messages(input);
    long count = 0;
    while (messages.advance()) {
      count++;
    }
    return count;
  }

  /** Goes to the next record, if there is one. */
  boolean advance() {
    if (afterProfile.length > 0) {
      json = afterProfile;
      afterProfile = new byte[0];
      return true;
    }
    if (index == input.events()) {
      return false;
    }
    Unlock unlock = unlocks.at(index++);
    player = Wire.player(unlock.player());
    json = Wire.json(unlock);
    if (input.profiles() && !introduced.get(unlock.player())) {
      introduced.set(unlock.player());
      afterProfile = json;
      json = Wire.profile(unlock.player());
    }
    return true;
  }

  /** The key of the record. */
  String player() {
    return player;
  }

  /** The value of the record. */
  byte[] json() {
    return json;
  }
}
