package dev.laurel.bench.ranks;

import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link PeerServer} in a process of its own, with the class path and the heap of the service. */
final class PeerProcess implements AutoCloseable {
  static final String ADDRESS = "http://127.0.0.1:26380";

  private static final int PORT = 26_380;
  private static final int LOOKS = 200;

  private final Process process;

  private PeerProcess(Process process) {
    this.process = process;
  }

  /** Returns when it answers. */
  static PeerProcess start(Installation installation, Path folder, int redis, Path bytes)
      throws IOException, InterruptedException {
    String classPath =
        installation.root().resolve("infra/bench/target/laurel-bench.jar")
            + ":"
            + installation.apiClassPath();
    Process process =
        new ProcessBuilder(
                installation.java(
                    "-Xms128m",
                    "-Xmx512m",
                    "-cp",
                    classPath,
                    PeerServer.class.getName(),
                    Integer.toString(PORT),
                    Integer.toString(redis),
                    bytes.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("peer.log").toFile())
            .start();
    for (int look = 0; look < LOOKS; look++) {
      try {
        var unused = get(ADDRESS + "/bytes");
        return new PeerProcess(process);
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    process.destroy();
    throw new IOException("the bare server does not answer; its log is in " + folder);
  }

  /** The body of an answer. */
  static byte[] get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
          .body();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
