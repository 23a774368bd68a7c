package dev.laurel.bench.limit;

import dev.laurel.bench.contender.Contestant;
import dev.laurel.bench.contender.Task;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** What any job over this log pays at least. */
public enum Limit implements Contestant {
  /** Source, bytes, nothing. */
  L0 {
    @Override
    void build(StreamExecutionEnvironment env, Task task) {
      Log.bytes(env, task).sinkTo(new DiscardingSink<>()).uid("nothing");
    }
  },
  /** With Jackson to a record. */
  L0J {
    @Override
    void build(StreamExecutionEnvironment env, Task task) {
      Log.unlocks(env, task).sinkTo(new DiscardingSink<>()).uid("nothing");
    }
  },
  /** With one exchange, by player. */
  L1 {
    @Override
    void build(StreamExecutionEnvironment env, Task task) {
      Log.unlocks(env, task)
          .keyBy(Unlocked::playerId, Types.STRING)
          .map(unlocked -> unlocked)
          .returns(Unlocked.class)
          .uid("exchanged")
          .sinkTo(new DiscardingSink<>())
          .uid("nothing");
    }
  },
  /** With one value in RocksDB read and written, that of the player in the game. */
  L2 {
    @Override
    void build(StreamExecutionEnvironment env, Task task) {
      Log.unlocks(env, task)
          .keyBy(Unlocked::playerInGame, Types.STRING)
          .process(new AddPoints())
          .uid("add-points")
          .sinkTo(new DiscardingSink<>())
          .uid("nothing");
    }
  };

  abstract void build(StreamExecutionEnvironment env, Task task);

  @Override
  public void run(StreamExecutionEnvironment env, Task task) throws Exception {
    build(env, task);
    env.execute(name());
  }
}
