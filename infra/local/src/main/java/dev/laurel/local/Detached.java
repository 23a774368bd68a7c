package dev.laurel.local;

import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.process.Signal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A supervisor in a session of its own, followed until everything answers. */
record Detached(Home home, int portOffset, int parallelism, boolean demo) {

  /** Starts it and shows what it tells; 0 once everything answers, 1 when it gave up. */
  int start() throws IOException, InterruptedException {
    Path log = home.log("supervisor");
    Files.deleteIfExists(log);
    Process supervisor =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile())
            .start();
    Thread giveUp = new Thread(() -> stop(supervisor), "give up");
    Runtime.getRuntime().addShutdownHook(giveUp);
    boolean ready = follow(supervisor, log);
    Runtime.getRuntime().removeShutdownHook(giveUp);
    return ready ? 0 : 1;
  }

  private boolean follow(Process supervisor, Path log) throws IOException, InterruptedException {
    try (RandomAccessFile told = new RandomAccessFile(log.toFile(), "r")) {
      while (true) {
        boolean ended = !supervisor.isAlive();
        boolean ready = Files.exists(home.ready());
        byte[] news = new byte[(int) (told.length() - told.getFilePointer())];
        told.readFully(news);
        System.out.write(news);
        System.out.flush();
        if (ended || ready) {
          return ready;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private List<String> command() {
    Installation installation = Installation.current();
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(installation.java("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(
        List.of(
            "-Dlaurel.root=" + installation.root(),
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "up",
            "--home",
            home.folder().toString(),
            "--port-offset",
            Integer.toString(portOffset),
            "--parallelism",
            Integer.toString(parallelism)));
    if (demo) {
      command.add("--demo");
    }
    return command;
  }

  private static void stop(Process supervisor) {
    try {
      Signal.TERM.send(supervisor.pid());
      supervisor.waitFor();
    } catch (IOException | InterruptedException impossible) {
      supervisor.destroyForcibly();
    }
  }
}
