package dev.laurel.pipeline.outlet;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How PostgreSQL is reached.
 *
 * @param url JDBC URL
 * @param properties further properties of the driver, which win over ours
 */
public record Database(String url, String user, String password, Map<String, String> properties)
    implements Serializable {

  public Database {
    properties = new HashMap<>(properties);
  }

  /**
   * Opens a connection of its own. Commits are durable when they return, whatever the role's
   * default: a row that was written is not kept to be written again.
   */
  Connection connect() throws SQLException {
    Properties all = new Properties();
    all.setProperty(PGProperty.USER.getName(), user);
    all.setProperty(PGProperty.PASSWORD.getName(), password);
    all.setProperty(PGProperty.APPLICATION_NAME.getName(), "laurel-job");
    all.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), "5");
    all.setProperty(PGProperty.SOCKET_TIMEOUT.getName(), "30");
    all.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
    all.setProperty(PGProperty.OPTIONS.getName(), "-c synchronous_commit=on");
    all.putAll(properties);
    Connection connection = new Driver().connect(url, all);
    if (connection == null) {
      throw new SQLException(
          "jdbc-url is '" + url + "', expected a URL that begins with jdbc:postgresql:");
    }
    return connection;
  }

  /** Without the password, and without the URL's parameters, which may hold it. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "") + " as " + user;
  }
}
