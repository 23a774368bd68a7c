package dev.laurel.serving;

import io.helidon.logging.common.LogConfig;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the service. Exit codes: 0 after a stop or {@code --help}, 1 if it cannot listen, 2 for
 * bad options.
 */
public final class ServingApi {

  private ServingApi() {}

  /** Runs until the process is asked to stop. */
  public static void main(String[] arguments) {
    GivenOptions given = GivenOptions.gather(List.of(arguments), System.getenv());
    if (given.wantsHelp()) {
      System.out.print(ServingOption.help());
      return;
    }
    try {
      start(ServingConfig.of(given));
    } catch (BadConfigurationException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void start(ServingConfig config) {
    LogConfig.configureRuntime();
    Logger log = LoggerFactory.getLogger(ServingApi.class);
    RunningService service = new RunningService(config);
    try {
      service.start();
    } catch (RuntimeException e) {
      log.debug("The start failed", e);
      System.err.printf(
          "The service cannot listen on %s port %d: %s%n",
          config.host(), config.port(), rootOf(e).getMessage());
      System.exit(1);
    }
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(service::close));
    log.info("Laurel answers on port {}", service.port());
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
