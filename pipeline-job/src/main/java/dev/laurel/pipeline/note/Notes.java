package dev.laurel.pipeline.note;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What the tasks of an operator leave behind in a checkpoint, a note each: after it every task
 * reads those of all, however many there are then. State, not of keys.
 */
public final class Notes<N> {
  private final ListState<N> state;

  private Notes(ListState<N> state) {
    this.state = state;
  }

  /** The notes of an operator. */
  public static <N> Notes<N> of(OperatorStateStore store, Class<N> type) throws Exception {
    return new Notes<>(
        store.getUnionListState(new ListStateDescriptor<>("notes", TypeInformation.of(type))));
  }

  /** Those of all tasks, as the checkpoint that was restored has them; none without one. */
  public List<N> all() throws Exception {
    List<N> all = new ArrayList<>();
    state.get().forEach(all::add);
    return all;
  }

  /** Leaves this task's note, in the place of all others. */
  public void leave(N note) throws Exception {
    state.update(List.of(note));
  }
}
