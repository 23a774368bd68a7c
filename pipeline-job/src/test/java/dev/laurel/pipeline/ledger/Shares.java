package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.board.Standing;
import java.util.ArrayList;
import java.util.List;

/** Reads shares the plain way. */
final class Shares {
  private Shares() {}

  /** The top of a task after a share. */
  static List<Standing> after(Share share, List<Standing> before) {
    if (share.whole()) {
      return share.entries();
    }
    List<Standing> now = new ArrayList<>(before);
    for (int at = share.gone().size() - 1; at >= 0; at--) {
      now.remove((int) share.gone().get(at));
    }
    for (int at = 0; at < share.come().size(); at++) {
      now.add(share.come().get(at), share.entries().get(at));
    }
    return now;
  }
}
