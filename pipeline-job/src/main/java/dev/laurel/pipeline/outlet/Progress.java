package dev.laurel.pipeline.outlet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.flink.api.common.TaskInfo;

/**
 * Writes how far a task has written a table: a row of {@code pipeline_progress}. As many tasks as
 * before write the same rows each, so between them it never falls: what was written stays.
 *
 * @param table its name
 * @param task number of the task, from 0
 * @param tasks how many write the table
 * @param givesWay whether it writes nothing where another number of tasks has: beside a job that
 *     goes on
 */
record Progress(String table, int task, int tasks, boolean givesWay) {
  private static final String SQL =
      """
      insert into laurel.pipeline_progress as known (table_name, task, tasks, event_time)
      select table_name, task, tasks, event_time::timestamptz
      from (values (?, ?, ?, ?, ?)) as told (table_name, task, tasks, event_time, gives_way)
      where not gives_way or not exists (
        select from laurel.pipeline_progress as other
        where other.table_name = told.table_name and other.tasks <> told.tasks)
      on conflict (table_name, task) do update set
        tasks = excluded.tasks,
        event_time = case when known.tasks = excluded.tasks
          then greatest(known.event_time, excluded.event_time) else excluded.event_time end,
        updated_at = now()
      """;

  static Progress of(Table<?> table, TaskInfo task, boolean givesWay) {
    return new Progress(
        table.name(), task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks(), givesWay);
  }

  /** Says that the table is complete up to a watermark, in milliseconds since 1970. */
  void write(Connection connection, long watermark) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, table);
      statement.setInt(2, task);
      statement.setInt(3, tasks);
      statement.setString(4, Instant.ofEpochMilli(watermark).toString());
      statement.setBoolean(5, givesWay);
      statement.executeUpdate();
    }
  }
}
