package dev.laurel.bench.laurel;

import dev.laurel.bench.contender.Contestant;
import dev.laurel.bench.contender.Task;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * Laurel's job as it is, started by its main method with options. What it writes to Kafka goes
 * there; the rows of each table are counted where they would go to PostgreSQL.
 */
public final class LaurelJob implements Contestant {

  private static final String MAIN = "dev.laurel.pipeline.PipelineJob";

  /** How the job names its ends in PostgreSQL. */
  private static final String OUTLET = "write ";

  @Override
  public void run(StreamExecutionEnvironment env, Task task) throws Exception {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--bootstrap-servers",
                task.bootstrapServers(),
                "--player-events-topic",
                task.eventsTopic(),
                "--catalog-topic",
                task.catalogTopic(),
                "--rank-changes-topic",
                task.outputs().rankChanges(),
                "--dead-letters-topic",
                task.outputs().deadLetters(),
                "--anomalies-topic",
                task.outputs().anomalies()));
    options.addAll(task.jobOptions());
    Class.forName(MAIN)
        .getMethod("main", String[].class)
        .invoke(null, (Object) options.toArray(String[]::new));
  }

  @Override
  public void beforeStart(StreamGraph graph) {
    for (StreamNode node : graph.getStreamNodes()) {
      if (node.getOperatorName().startsWith(OUTLET)) {
        node.setOperatorFactory(CountRows.factory());
      }
    }
  }
}
