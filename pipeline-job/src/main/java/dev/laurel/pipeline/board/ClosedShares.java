package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What tasks have shared of the current board, which is closed, the last share of each; of tasks
 * that there are no more, too, until they are dropped. State, a map a closed board, until the board
 * is forgotten.
 */
final class ClosedShares {
  private final MapState<KeyGroups, Share> shares;

  ClosedShares(RuntimeContext context) {
    shares =
        context.getMapState(
            new MapStateDescriptor<>(
                "closed-shares",
                TypeInformation.of(KeyGroups.class),
                TypeInformation.of(Share.class)));
  }

  /** Takes in a share in the place of the one of the same players. */
  void put(Share share) throws Exception {
    shares.put(share.players(), share);
  }

  /** Drops some shares, which goes through all of the board; tells whether there were such. */
  boolean drop(Predicate<Share> which) throws Exception {
    boolean any = false;
    for (Iterator<Share> known = shares.values().iterator(); known.hasNext(); ) {
      if (which.test(known.next())) {
        known.remove();
        any = true;
      }
    }
    return any;
  }

  /** What some tasks shared, asked for one by one: to look for what there is costs more. */
  List<Share> of(Iterable<KeyGroups> tasks, long sinceEpoch) throws Exception {
    List<Share> those = new ArrayList<>();
    for (KeyGroups players : tasks) {
      Share share = shares.get(players);
      if (share != null && share.epoch() >= sinceEpoch) {
        those.add(share);
      }
    }
    return those;
  }

  void clear() {
    shares.clear();
  }
}
