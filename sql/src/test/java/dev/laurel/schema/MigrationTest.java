package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationTest {
  @Test
  void needsAnOwnerWhoMakesRolesButNoSuperuser() throws Exception {
    try (var server = EmbeddedPostgres.start()) {
      try (var superuser = server.getPostgresDatabase().getConnection()) {
        Sql.run(superuser, "create role steward login createrole");
        Sql.run(superuser, "create database laurel owner steward");
      }
      var url = server.getJdbcUrl("steward", "laurel");
      var flyway = Flyway.configure().dataSource(url, "steward", "").schemas("laurel").load();

      flyway.migrate();

      assertThat(flyway.migrate().migrationsExecuted).isZero();
      try (var job = DriverManager.getConnection(server.getJdbcUrl("laurel_job", "laurel"))) {
        Sql.run(job, "select laurel.prepare_score_events('2026-03-01')");
        Sql.run(job, SampleRow.of("score_events").insert());
        assertThat(Sql.rows(job, "select count(*) from laurel.score_events")).containsExactly("1");
      }
    }
  }
}
