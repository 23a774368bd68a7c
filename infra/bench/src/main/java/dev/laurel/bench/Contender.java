package dev.laurel.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.laurel.bench.contender.Contestant;
import dev.laurel.bench.contender.Measure;
import dev.laurel.bench.contender.Measured;
import dev.laurel.bench.contender.Task;
import dev.laurel.bench.laurel.LaurelJob;
import dev.laurel.bench.limit.Limit;
import dev.laurel.bench.sql.SqlPlan;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The process under test: one contender, one run, one result. */
public final class Contender {

  private Contender() {}

  /** Runs the task in the file that is named first, and writes the result to the one named next. */
  public static void main(String[] arguments) {
    try {
      Task task = new ObjectMapper().readValue(Path.of(arguments[0]).toFile(), Task.class);
      Measured measured = Measure.run(task, contestant(task.contender()));
      measured.write(Path.of(arguments[1]));
      // It is killed now. An exit of its own would meet RocksDB's threads at work, and crash.
      new CountDownLatch(1).await();
    } catch (Throwable failed) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static Contestant contestant(String name) {
    return switch (name) {
      case "L0" -> Limit.L0;
      case "L0j" -> Limit.L0J;
      case "L1" -> Limit.L1;
      case "L2" -> Limit.L2;
      case "sql-fast" -> new SqlPlan(SqlPlan.Kind.FAST);
      case "sql-retract" -> new SqlPlan(SqlPlan.Kind.RETRACT);
      case "laurel-sql", "laurel-full", "laurel-backfill" -> new LaurelJob();
      default -> throw new IllegalArgumentException("there is no contender '" + name + "'");
    };
  }
}
