package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * One player's events that the catalog cannot judge yet, in log order. An event stays about as long
 * as a definition may come late. So that the outcome is that of the log order, an event waits
 * behind those it might repeat, and an action behind actions of its type, with which it may share a
 * daily limit.
 */
final class WaitingRoom {
  private final ListState<PlayerEvent> events;
  private final MapState<String, Boolean> claims;

  WaitingRoom(RuntimeContext context) {
    events =
        context.getListState(
            new ListStateDescriptor<>("waiting", TypeInformation.of(PlayerEvent.class)));
    claims =
        context.getMapState(
            new MapStateDescriptor<>("waiting-claims", Types.STRING, Types.BOOLEAN));
  }

  void add(PlayerEvent event) throws Exception {
    events.add(event);
    for (String claim : claimsOf(event)) {
      claims.put(claim, true);
    }
  }

  /** Whether the event has to wait behind one that waits. Costs the same however many there are. */
  boolean blocks(PlayerEvent event) throws Exception {
    for (String claim : claimsOf(event)) {
      if (claims.contains(claim)) {
        return true;
      }
    }
    return false;
  }

  /** All that wait. */
  List<PlayerEvent> all() throws Exception {
    List<PlayerEvent> all = new ArrayList<>();
    events.get().forEach(all::add);
    return all;
  }

  /** Empties the room. */
  void clear() {
    events.clear();
    claims.clear();
  }

  /** What the event may take from a later one: its identity, or a share of a daily limit. */
  private static List<String> claimsOf(PlayerEvent event) {
    List<String> claims = new ArrayList<>(Identities.possible(event));
    if (event.type() == EventType.ACTION) {
      claims.add("limit/" + event.actionType());
    }
    return claims;
  }
}
