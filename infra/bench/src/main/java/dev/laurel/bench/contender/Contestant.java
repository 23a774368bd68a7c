package dev.laurel.bench.contender;

import dev.laurel.bench.board.Boards;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Somebody who reads the log and does something with it. */
public interface Contestant {

  /** Builds the job in {@code env} and executes it; returns when it ends. */
  void run(StreamExecutionEnvironment env, Task task) throws Exception;

  /** Sees its job before it starts, and may change it. */
  default void beforeStart(StreamGraph graph) {}

  /** The boards it has made; none where they are elsewhere when the job has ended. */
  default Boards boards() {
    return new Boards(Map.of());
  }

  /** How it was planned; empty where no planner had to say anything. */
  default String plan() {
    return "";
  }
}
