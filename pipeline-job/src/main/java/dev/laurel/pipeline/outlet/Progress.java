package dev.laurel.pipeline.outlet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.flink.api.common.TaskInfo;

/**
 * Writes how far a task has written a table: a row of {@code pipeline_progress}.
 *
 * @param table its name
 * @param task number of the task, from 0
 * @param tasks how many write the table
 */
record Progress(String table, int task, int tasks) {
  private static final String SQL =
      """
      insert into laurel.pipeline_progress (table_name, task, tasks, event_time)
      values (?, ?, ?, ?::timestamptz)
      on conflict (table_name, task)
      do update set tasks = excluded.tasks, event_time = excluded.event_time, updated_at = now()
      """;

  static Progress of(Table<?> table, TaskInfo task) {
    return new Progress(
        table.name(), task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
  }

  /** Says that the table is complete up to a watermark, in milliseconds since 1970. */
  void write(Connection connection, long watermark) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, table);
      statement.setInt(2, task);
      statement.setInt(3, tasks);
      statement.setString(4, Instant.ofEpochMilli(watermark).toString());
      statement.executeUpdate();
    }
  }
}
