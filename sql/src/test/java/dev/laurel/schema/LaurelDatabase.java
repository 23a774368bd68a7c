package dev.laurel.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL server of its own on a free port of this machine, with the database {@code laurel}
 * as the migrations make it. Whoever can reach the port is let in without a password, as {@code
 * postgres} (superuser), {@code laurel_job}, {@code laurel_api} or {@code laurel_analyst}.
 *
 * <p>The server runs without fsync: its data survive {@link #stop()}, not a crash of the machine.
 * It is stopped and its data are deleted by {@link #close()}, at the latest when this JVM ends.
 */
public final class LaurelDatabase implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  private final File data;
  private final Thread closer = new Thread(this::deleteAtExit, "laurel-database-closer");
  private EmbeddedPostgres server;
  private boolean running;

  private LaurelDatabase(File data) throws IOException {
    this.data = data;
    this.server = serve(data, 0);
    this.running = true;
    Runtime.getRuntime().addShutdownHook(closer);
  }

  /**
   * Starts a server with an empty, migrated database.
   *
   * @throws IOException if the server does not start
   * @throws SQLException if the database is not made
   */
  public static LaurelDatabase start() throws IOException, SQLException {
    var database = new LaurelDatabase(Files.createTempDirectory("laurel-database-").toFile());
    try {
      database.create();
      database.migrate();
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Starts another server that follows this one and takes no writes: a hot standby, made of a copy
   * of its files.
   */
  public LaurelDatabase replica() throws IOException, SQLException {
    File copy = Files.createTempDirectory("laurel-replica-").toFile();
    try (var connection = connect(SUPERUSER);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('replica', true)");
      FileUtils.copyDirectory(data, copy, file -> !file.getName().equals("postmaster.pid"));
      try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        label.next();
        Files.writeString(copy.toPath().resolve("backup_label"), label.getString(1));
      }
    }
    Files.createFile(copy.toPath().resolve("standby.signal"));
    Files.writeString(
        copy.toPath().resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=%d user=%s'%n"
            .formatted(server.getPort(), SUPERUSER));
    return new LaurelDatabase(copy);
  }

  /**
   * The JDBC URL of the database, without a user; the same after {@link #stop()} and {@link
   * #startAgain()}.
   */
  public String url() {
    return url("laurel");
  }

  /** A new connection to the database as {@code role}. */
  public Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(url(), role, "");
  }

  /**
   * Stops the server as an outage would look to its clients: connections break, new ones are
   * refused.
   */
  public synchronized void stop() throws IOException {
    if (running) {
      running = false;
      server.close();
    }
  }

  /** Starts a stopped server again, on the same port and data. */
  public synchronized void startAgain() throws IOException {
    if (!running) {
      server = serve(data, server.getPort());
      running = true;
    }
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(closer);
    delete();
  }

  private static EmbeddedPostgres serve(File data, int portOrAny) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(portOrAny)
        .start();
  }

  private void create() throws SQLException {
    try (var connection = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database laurel");
    }
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(url(), SUPERUSER, "")
        .locations("classpath:db/migration")
        .schemas("laurel")
        .load()
        .migrate();
  }

  private String url(String name) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
  }

  private void delete() throws IOException {
    stop();
    FileUtils.deleteDirectory(data);
  }

  private void deleteAtExit() {
    try {
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + data, e);
    }
  }
}
