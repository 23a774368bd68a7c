package dev.laurel.serving.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows inside a row: a JSON array of objects, as a statement that reads several things gives it.
 */
public final class JsonRows {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).build();

  private JsonRows() {}

  /** Each object of the array as this record. */
  public static <T> List<T> read(ResultSet row, String column, Class<T> of) throws SQLException {
    String text = row.getString(column);
    try {
      return JSON.readerForListOf(of).readValue(text);
    } catch (JsonProcessingException e) {
      throw new SQLException("%s is no list of %s: %s".formatted(column, of, text), e);
    }
  }
}
