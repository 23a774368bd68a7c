package dev.laurel.schema;

/**
 * Measures the queries of the README on ten million rows of {@code player_daily_stats}, with the
 * planner's settings untouched: rows read, and milliseconds cold and warm. A program, not a test:
 * it fills its own database, which takes some minutes and 5 GB. Run it in the folder {@code sql}
 * after {@code mvn test-compile}, with the class path of the tests; the only argument, if any, is
 * how many players to make.
 */
final class MeasureAnalystQueries {
  private MeasureAnalystQueries() {}

  public static void main(String[] arguments) throws Exception {
    int players = arguments.length == 0 ? 140_000 : Integer.parseInt(arguments[0]);
    try (var database = LaurelDatabase.start()) {
      try (var owner = database.connect("postgres")) {
        Sql.run(owner, "set synchronous_commit = on");
        MadeStatistics.fill(owner, players);
        Sql.run(owner, "vacuum analyze");
        System.out.printf(
            "%s rows of player_daily_stats%n",
            Sql.rows(owner, "select count(*) from laurel.player_daily_stats").get(0));
      }
      System.out.printf(
          "| question | rows read | ms, first | ms, again |%n| --- | --- | --- | --- |%n");
      for (var question : Question.all()) {
        try (var analyst = database.connect("laurel_analyst")) {
          var first = Work.of(analyst, question.query());
          var again = Work.of(analyst, question.query());
          System.out.printf(
              "| %s | %d | %d | %d |%n",
              question.title(), again.rowsRead(), first.milliseconds(), again.milliseconds());
        }
      }
    }
  }
}
