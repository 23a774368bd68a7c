package dev.laurel.pipeline.outlet;

import dev.laurel.schema.LaurelDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tables of a server of their own, into which the job's role writes. */
abstract class WrittenTables {
  static LaurelDatabase server;
  static Database database;

  @BeforeAll
  static void startServer() throws Exception {
    server = LaurelDatabase.start();
    database = new Database(server.url(), "laurel_job", "", Map.of());
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }
}
