package dev.laurel.bench.sql;

import dev.laurel.bench.board.Boards;
import dev.laurel.bench.contender.Contestant;
import dev.laurel.bench.contender.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/** A way to ask Flink SQL for the boards: its statements stand beside this class's resources. */
public final class SqlPlan implements Contestant {

  /** What the planner makes of it. */
  public enum Kind {
    /** Scores only rise: tops are updated in place. */
    FAST,
    /** Anything may change: what was said is taken back first. */
    RETRACT
  }

  private static final Pattern STATEMENT_END = Pattern.compile(";\n\n");

  private final Kind kind;
  private String plan = "";

  public SqlPlan(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void run(StreamExecutionEnvironment env, Task task) throws Exception {
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.getConfig().set("table.exec.sink.upsert-materialize", "NONE");
    String name = kind.name().toLowerCase(Locale.ROOT);
    for (String file : new String[] {"tables.sql", name + "-tables.sql"}) {
      for (String statement : STATEMENT_END.split(text(file), -1)) {
        tables.executeSql(
            statement
                .replace("${bootstrap}", task.bootstrapServers())
                .replace("${topic}", task.eventsTopic()));
      }
    }
    String question = text(name + ".sql");
    plan = tables.explainSql(question, ExplainDetail.CHANGELOG_MODE, ExplainDetail.PLAN_ADVICE);
    tables.executeSql(question).await();
  }

  @Override
  public Boards boards() {
    return HeldBoards.boards();
  }

  @Override
  public String plan() {
    return plan;
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = SqlPlan.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
