package dev.laurel.local.verify;

import dev.laurel.schema.LaurelDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A real database that holds just what it has to, and in which anything can be spoilt: the checks
 * of its tables are taken away.
 */
final class TestTables implements AutoCloseable {
  private final LaurelDatabase database;
  private final Connection owner;

  private TestTables(LaurelDatabase database) throws SQLException {
    this.database = database;
    owner = database.connect("postgres");
  }

  static TestTables start() throws IOException, SQLException {
    TestTables tables = new TestTables(LaurelDatabase.start());
    tables.run(
        """
        do $$ declare each record; begin
          for each in select conrelid::regclass as of, conname from pg_constraint
            where contype = 'c' and connamespace = 'laurel'::regnamespace and coninhcount = 0 loop
            execute format('alter table %s drop constraint %I', each.of, each.conname);
          end loop;
        end $$\
        """);
    return tables;
  }

  String url() {
    return database.url();
  }

  /** Runs a statement as the owner of all tables and tells how many rows it touched. */
  int run(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** The columns of a table that are not made of others. */
  String written(Table table) throws SQLException {
    try (var statement = owner.createStatement();
        var row =
            statement.executeQuery(
                "select string_agg(attname, ', ') from pg_attribute where attrelid = 'laurel.%s'::regclass and attnum > 0 and attgenerated = '' and not attisdropped"
                    .formatted(table.word()))) {
      row.next();
      return row.getString(1);
    }
  }

  /** Says that the tables have come so far in event time. */
  void reach(String eventTime) throws SQLException {
    run("delete from laurel.pipeline_progress");
    for (String table : List.of("player_daily_stats", "leaderboard_finals")) {
      run(
          "insert into laurel.pipeline_progress values ('%s', 0, 1, '%s')"
              .formatted(table, eventTime));
    }
  }

  /** Empties every table and fills it with what it has to hold. */
  void fill(Script log, Freshness fresh) throws SQLException {
    for (Table table : Table.values()) {
      fill(table, log, fresh);
    }
  }

  /** Empties a table and fills it with what it has to hold. */
  void fill(Table table, Script log, Freshness fresh) throws SQLException {
    run("truncate laurel." + table.word());
    InsertRow insert = new InsertRow(owner, table, log);
    for (Row row :
        log.expected(100).rows(table, fresh, Set.of()).filter(Row::isRequired).toList()) {
      insert.insert(row);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    owner.close();
    database.close();
  }
}
