package dev.laurel.serving.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * PostgreSQL as the service reaches it: read-only but for what is asked as a change, through a
 * bounded pool. Each query is one statement, so what it answers is one snapshot.
 */
public class Database implements AutoCloseable {

  /** How long a query waits for a connection before the database counts as away. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Statements that a connection keeps prepared, each with its plan. */
  private static final int MOST_PREPARED = 64;

  private static final String CONFLICT_WITH_RECOVERY = "40001";

  private final HikariDataSource pool;

  /** When statements are planned: PostgreSQL itself guesses, and some guesses are dear. */
  public enum Planning {
    /**
     * Each time, for its parameters, about half a millisecond. A plan for any parameters knows
     * neither how much one player has done nor which days are asked for, and would read everybody's
     * days to find those of one player.
     */
    EACH("laurel", "set plan_cache_mode = force_custom_plan", 5),

    /**
     * Once a connection, for any parameters, where there is one good way whatever they are: through
     * indexes. It has to be found also while tables are still empty, of which a plan may be kept
     * for a minute after they have grown.
     */
    ONCE(
        "laurel-places",
        "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off",
        1);

    private final String pool;
    private final String settings;
    private final int preparedFrom;

    /**
     * A way to plan.
     *
     * @param pool name of the pool of connections that plans so
     * @param settings statements that begin a session
     * @param preparedFrom at which use the driver prepares a statement
     */
    Planning(String pool, String settings, int preparedFrom) {
      this.pool = pool;
      this.settings = settings;
      this.preparedFrom = preparedFrom;
    }

    /** Statements that begin a session. */
    public String settings() {
      return settings;
    }
  }

  /**
   * Where the address has several hosts, the driver takes one for a copy if its transactions are
   * read-only, which by its role every session of this service is. So while it connects they are
   * not, and from then on they are.
   */
  private static final String KNOWN_BY_ITS_STATE = "-c default_transaction_read_only=off";

  private static final String READ_ONLY = "set default_transaction_read_only = on";

  /**
   * A pool that connects when it is first asked, so that the service also starts without its
   * database.
   *
   * @param driverProperties passed to the driver as they are
   */
  public Database(
      String url,
      String user,
      String password,
      int poolSize,
      Planning planning,
      Properties driverProperties) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(planning.pool);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(poolSize);
    config.setReadOnly(true);
    config.setConnectionInitSql(planning.settings + "; " + READ_ONLY);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("prepareThreshold", planning.preparedFrom);
    config.addDataSourceProperty("preparedStatementCacheQueries", MOST_PREPARED);
    config.addDataSourceProperty("ApplicationName", "laurel-serving-api");
    config.addDataSourceProperty("options", KNOWN_BY_ITS_STATE);
    driverProperties.forEach((name, value) -> config.addDataSourceProperty(name.toString(), value));
    pool = new HikariDataSource(config);
  }

  /** Puts the parameters into a statement. */
  @FunctionalInterface
  public interface Parameters {
    /** Sets every parameter. */
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the row on which the result set stands. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs one statement and reads all its rows.
   *
   * @throws DatabaseUnavailableException if no connection is to be had, it breaks or takes too long
   * @throws IllegalStateException if the database refuses the statement itself
   */
  public <T> List<T> query(String sql, Parameters parameters, Row<T> row) {
    try (Connection connection = connect()) {
      return rows(connection, sql, parameters, row);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /**
   * Runs one statement that writes, in a transaction of its own, and reads all its rows. The role
   * reads only unless a transaction says otherwise, so this one does, with its own bound in time.
   *
   * @throws DatabaseUnavailableException if no connection is to be had, it breaks or takes too long
   * @throws IllegalStateException if the database refuses the statement itself
   */
  public <T> List<T> change(String sql, Duration atMost, Row<T> row) {
    try (Connection connection = connect()) {
      connection.setReadOnly(false);
      connection.setAutoCommit(false);
      connection.setNetworkTimeout(Runnable::run, (int) atMost.plus(PATIENCE).toMillis());
      try (Statement begin = connection.createStatement()) {
        begin.execute("set transaction read write");
        begin.execute("set local statement_timeout = " + atMost.toMillis());
      }
      List<T> rows = rows(connection, sql, none -> {}, row);
      connection.commit();
      return rows;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    try {
      return !query("select 1", none -> {}, row -> row.getInt(1)).isEmpty();
    } catch (DatabaseUnavailableException | IllegalStateException e) {
      return false;
    }
  }

  private Connection connect() {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private static <T> List<T> rows(
      Connection connection, String sql, Parameters parameters, Row<T> row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      List<T> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          rows.add(row.read(results));
        }
      }
      return rows;
    }
  }

  private static RuntimeException fault(SQLException e) {
    return isAway(e)
        ? new DatabaseUnavailableException(e)
        : new IllegalStateException("The database refuses a statement: " + e.getMessage(), e);
  }

  /**
   * Whether the connection broke (08), the server lacks resources (53), an operator or timeout
   * stepped in (57), or a copy had to take away rows that were being read.
   */
  private static boolean isAway(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57")
        || state.equals(CONFLICT_WITH_RECOVERY);
  }

  /** Closes every connection. */
  @Override
  public void close() {
    pool.close();
  }
}
