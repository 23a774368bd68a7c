package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One player's events that the catalog cannot judge yet, in log order. An event stays about as long
 * as a definition may come late. So that the outcome is that of the log order, an event waits
 * behind those it might repeat, and an action behind actions of its type, with which it may share a
 * daily limit.
 */
final class WaitingRoom {
  private final ListState<PlayerEvent> events;

  WaitingRoom(RuntimeContext context) {
    events =
        context.getListState(
            new ListStateDescriptor<>("waiting", TypeInformation.of(PlayerEvent.class)));
  }

  void add(PlayerEvent event) throws Exception {
    events.add(event);
  }

  /** Whether the event has to wait behind one that waits. */
  boolean blocks(PlayerEvent event) throws Exception {
    for (PlayerEvent earlier : events.get()) {
      if (mustPrecede(earlier, event)) {
        return true;
      }
    }
    return false;
  }

  /** Empties the room. */
  List<PlayerEvent> leave() throws Exception {
    List<PlayerEvent> all = new ArrayList<>();
    events.get().forEach(all::add);
    events.clear();
    return all;
  }

  private static boolean mustPrecede(PlayerEvent earlier, PlayerEvent event) {
    boolean bothActions = earlier.type() == EventType.ACTION && event.type() == EventType.ACTION;
    return (bothActions && earlier.actionType().equals(event.actionType()))
        || Identities.mayBeSame(earlier, event);
  }
}
