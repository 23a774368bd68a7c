package dev.laurel.local.flink;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.process.Part;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** A process of the Flink cluster. */
public record FlinkProcess(
    String name,
    Home home,
    Ports ports,
    Installation installation,
    List<String> options,
    String mainClass,
    int metricsPort,
    Predicate<FlinkRest> works)
    implements Part {

  /** The process that plans, restores and watches jobs. */
  public static FlinkProcess jobManager(Home home, Ports ports, Installation installation) {
    return new FlinkProcess(
        "jobmanager",
        home,
        ports,
        installation,
        List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        ports.jobManagerMetrics(),
        FlinkRest::answers);
  }

  /** The process that does the work of jobs. */
  public static FlinkProcess taskManager(Home home, Ports ports, Installation installation) {
    return new FlinkProcess(
        "taskmanager",
        home,
        ports,
        installation,
        List.of(
            "-Xms" + FlinkConfiguration.taskManagerHeap(),
            "-Xmx" + FlinkConfiguration.taskManagerHeap(),
            "-XX:MaxDirectMemorySize=" + FlinkConfiguration.taskManagerDirectMemory(),
            "-XX:MaxMetaspaceSize=" + FlinkConfiguration.taskManagerMetaspace(),
            "-XX:+UseG1GC"),
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        ports.taskManagerMetrics(),
        FlinkRest::hasTaskManager);
  }

  @Override
  public List<String> command() throws IOException {
    List<String> command = installation.java(options.toArray(String[]::new));
    command.addAll(
        List.of(
            home.mark(),
            "-Dlog4j2.configurationFile=" + installation.local("flink/log4j2.properties"),
            "-cp",
            installation.flinkClassPath(),
            mainClass,
            "--configDir",
            new FlinkConfiguration(home, ports).folder().toString(),
            "-Dmetrics.reporter.prom.port=" + metricsPort));
    return command;
  }

  @Override
  public boolean answers() {
    return works.test(FlinkRest.local(ports));
  }
}
