package dev.laurel.local.postgres;

import com.sun.management.OperatingSystemMXBean;
import dev.laurel.local.home.Home;
import dev.laurel.local.process.Leftovers;
import dev.laurel.local.process.LogTail;
import dev.laurel.local.process.Part;
import dev.laurel.local.process.Signal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL in the foreground, on loopback, with its usual durability. It refuses to run as root,
 * so root starts it in a user namespace where it is nobody.
 */
public record PostgresServer(Home home, int port, PostgresBinaries binaries) implements Part {

  /** The superuser of every stack; loopback needs no password. */
  public static final String ADMIN = "laurel_admin";

  @Override
  public String name() {
    return "postgres";
  }

  /** Makes the data folder if it is missing; waits for what a killed server left. */
  @Override
  public void prepare() throws IOException, InterruptedException {
    new Leftovers(home).awaitPostgresGone();
    if (Files.exists(home.postgres().resolve("PG_VERSION"))) {
      return;
    }
    var log = home.log("initdb");
    List<String> command = asUser(binaries.program("initdb"));
    command.addAll(
        List.of(
            "-D",
            home.postgres().toString(),
            "-U",
            ADMIN,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync"));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(
          "PostgreSQL's data could not be made in %s (initdb, exit code %d): %s"
              .formatted(home.postgres(), code, String.join(" ", LogTail.of(log, 5))));
    }
  }

  @Override
  public List<String> command() {
    List<String> command = asUser(binaries.program("postgres"));
    command.addAll(List.of("-D", home.postgres().toString()));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "shared_buffers=" + sharedBuffersMegabytes() + "MB",
            "max_wal_size=4GB",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /** An eighth of the machine, which others share: what is not held there is read from files. */
  private static long sharedBuffersMegabytes() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Math.clamp(machine.getTotalMemorySize() / 8 / (1 << 20), 128, 4096);
  }

  @Override
  public boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException away) {
      return false;
    }
  }

  /** The fast stop: open transactions are rolled back and clients are sent away. */
  @Override
  public Signal stopSignal() {
    return Signal.INT;
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), ADMIN, "");
  }

  /** The address of a database of this server. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&socketTimeout=30"
        .formatted(port, database);
  }

  private static List<String> asUser(String program) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program);
    return command;
  }
}
