package dev.laurel.bench.contender;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.JobListener;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * JobManager and TaskManager in this process, as the environment that every job gets here, also one
 * that asks for whatever environment there is: so all are run in the very same way.
 */
public final class OneProcess extends StreamExecutionEnvironment {

  private final CompletableFuture<MiniCluster> cluster;
  private final CompletableFuture<JobClient> job = new CompletableFuture<>();
  private final Consumer<StreamGraph> beforeStart;

  private OneProcess(
      CompletableFuture<MiniCluster> cluster,
      Configuration configuration,
      Consumer<StreamGraph> beforeStart) {
    super(new Executors(cluster), configuration, OneProcess.class.getClassLoader());
    this.cluster = cluster;
    this.beforeStart = beforeStart;
    registerJobListener(new Submitted(job));
  }

  /**
   * Becomes the environment of this process.
   *
   * @param beforeStart sees each job before it starts, and may change it
   */
  static OneProcess install(Configuration configuration, Consumer<StreamGraph> beforeStart) {
    OneProcess environment = new OneProcess(new CompletableFuture<>(), configuration, beforeStart);
    initializeContextEnvironment(
        more -> {
          environment.configure(more);
          return environment;
        });
    return environment;
  }

  @Override
  public JobClient executeAsync(StreamGraph graph) throws Exception {
    beforeStart.accept(graph);
    return super.executeAsync(graph);
  }

  /** The cluster that runs the job; empty until it is submitted. */
  CompletableFuture<MiniCluster> cluster() {
    return cluster;
  }

  /** The job that was submitted. */
  CompletableFuture<JobClient> job() {
    return job;
  }

  private record Executors(CompletableFuture<MiniCluster> cluster)
      implements PipelineExecutorServiceLoader, PipelineExecutorFactory {

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
      return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
      return Stream.of(getName());
    }

    @Override
    public String getName() {
      return "one process";
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
      return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
      return LocalExecutor.createWithFactory(
          configuration,
          settings -> {
            MiniCluster made = new Lasting(settings);
            cluster.complete(made);
            return made;
          });
    }
  }

  /** Stays when its job has ended, so that it can be asked what happened; ends with the process. */
  private static final class Lasting extends MiniCluster {

    Lasting(MiniClusterConfiguration settings) {
      super(settings);
    }

    @Override
    public CompletableFuture<Void> closeAsync() {
      return CompletableFuture.completedFuture(null);
    }
  }

  private record Submitted(CompletableFuture<JobClient> job) implements JobListener {

    @Override
    public void onJobSubmitted(JobClient client, Throwable failure) {
      if (failure == null) {
        job.complete(client);
      } else {
        job.completeExceptionally(failure);
      }
    }

    @Override
    public void onJobExecuted(JobExecutionResult result, Throwable failure) {}
  }
}
