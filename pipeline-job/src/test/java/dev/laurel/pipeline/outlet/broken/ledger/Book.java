package dev.laurel.pipeline.outlet.broken.ledger;

import dev.laurel.pipeline.outlet.broken.board.Rank;

/** A record that knows another feature's operator: what must not be. */
public record Book(String title) {

  public Rank rank() {
    return new Rank();
  }
}
