package dev.laurel.schema;

/** Rows of {@code pipeline_progress} as SQL. */
final class Progress {
  private Progress() {}

  /** One task alone has written the days of players up to {@code watermark}. */
  static String at(String watermark) {
    return of(0, 1, watermark, "2026-03-20T12:01:00Z");
  }

  static String of(int task, int tasks, String watermark, String updatedAt) {
    return of("player_daily_stats", task, tasks, watermark, updatedAt);
  }

  /** One task of several has written a table up to {@code watermark}. */
  static String of(String table, int task, int tasks, String watermark, String updatedAt) {
    return """
    insert into laurel.pipeline_progress as t (table_name, task, tasks, event_time, updated_at)
    values ('%s', %d, %d, '%s', '%s')
    on conflict (table_name, task) do update
      set tasks = excluded.tasks, event_time = excluded.event_time, updated_at = excluded.updated_at
    """
        .formatted(table, task, tasks, watermark, updatedAt);
  }
}
