package dev.laurel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Games, achievements and action types are their versions in force now. */
class CatalogViewsTest {
  private static final String EVER = "timestamptz '1970-01-01T00:00:00Z'";
  private static final String YESTERDAY = "now() - interval '1 day'";
  private static final String TODAY = "now()";
  private static final String SOON = "now() + interval '5 seconds'";

  private Connection owner;

  @BeforeEach
  void begin() throws SQLException {
    owner = SharedDatabase.begin("postgres");
  }

  @AfterEach
  void rollBack() throws SQLException {
    owner.rollback();
    owner.close();
  }

  @Test
  void showTheNewestVersionInForce() throws Exception {
    define(1, "game", "chess", "", "", EVER, "{'name': 'Chess'}");
    define(2, "game", "chess", "", "", YESTERDAY, "{'name': 'Chess 2'}");
    define(3, "game", "go", "", "", EVER, "{'name': 'Go'}");

    assertThat(games()).containsExactly("chess|Chess 2", "go|Go");
  }

  @Test
  void waitForAVersionUntilItIsInForce() throws Exception {
    define(1, "game", "chess", "", "", TODAY, "{'name': 'Chess'}");
    define(2, "game", "chess", "", "", SOON, "{'name': 'Chess 2'}");
    define(3, "game", "go", "", "", SOON, "{'name': 'Go'}");

    assertThat(games()).containsExactly("chess|Chess");
  }

  /** Without the index, whose own order would hide that the view asks for none. */
  @Test
  void breakTiesByTheLaterRecord() throws Exception {
    Sql.run(owner, "set local enable_indexscan = off");
    Sql.run(owner, "set local enable_indexonlyscan = off");
    Sql.run(owner, "set local enable_bitmapscan = off");
    define(9, "game", "chess", "", "", YESTERDAY, "{'name': 'Chess 9'}");
    define(10, "game", "chess", "", "", YESTERDAY, "{'name': 'Chess 10'}");
    define(8, "game", "chess", "", "", YESTERDAY, "{'name': 'Chess 8'}");

    assertThat(games()).containsExactly("chess|Chess 10");
  }

  @Test
  void preferTheLaterTimeToTheLaterRecord() throws Exception {
    define(1, "game", "chess", "", "", TODAY, "{'name': 'Chess 2'}");
    define(2, "game", "chess", "", "", YESTERDAY, "{'name': 'Chess'}");

    assertThat(games()).containsExactly("chess|Chess 2");
  }

  @Test
  void giveWhatADefinitionLeavesOut() throws Exception {
    define(1, "achievement", "chess", "fixed", "", EVER, "{'name': 'Fixed', 'points': 100}");
    define(
        2,
        "achievement",
        "chess",
        "free",
        "",
        EVER,
        "{'name': 'Free', 'maxPoints': 50, 'minPoints': null}");
    define(
        3,
        "achievement",
        "go",
        "fixed",
        "",
        EVER,
        "{'name': 'Other', 'minPoints': -5, 'maxPoints': 5e1, 'repeatable': true, 'active': false}");

    assertThat(
            Sql.rows(
                owner,
                """
                select game_id, achievement_id, name, points, min_points, max_points, is_repeatable, is_active
                from laurel.achievements order by 1, 2
                """))
        .containsExactly(
            "chess|fixed|Fixed|100|null|null|f|t",
            "chess|free|Free|null|0|50|f|t",
            "go|fixed|Other|null|-5|50|t|f");
  }

  @Test
  void nameTheWriterOfAnAction() throws Exception {
    define(1, "action", "", "", "BONUS", EVER, "{'points': 50.0, 'maxPerDay': 1.0}");
    define(2, "action", "", "", "LEVEL", EVER, "{'points': 150, 'writer': 'game-server'}");
    define(3, "action", "", "", "RESULT", EVER, "{'minPoints': -500, 'maxPoints': 5200}");

    assertThat(
            Sql.rows(
                owner,
                """
                select action_type, points, min_points, max_points, writer, max_per_day, is_active
                from laurel.action_types order by 1
                """))
        .containsExactly(
            "BONUS|50|null|null|player|1|t",
            "LEVEL|150|null|null|game-server|null|t",
            "RESULT|null|-500|5200|game-server|null|t");
  }

  @Test
  void keepKindsApart() throws Exception {
    define(1, "game", "chess", "", "", EVER, "{'name': 'Chess'}");
    define(2, "achievement", "chess", "first-win", "", EVER, "{'name': 'First win', 'points': 1}");
    define(3, "action", "", "", "BONUS", EVER, "{'points': 50}");

    for (var view : List.of("games", "achievements", "action_types")) {
      assertThat(Sql.rows(owner, "select count(*) from laurel." + view))
          .as(view)
          .containsExactly("1");
    }
  }

  private List<String> games() throws SQLException {
    return Sql.rows(owner, "select game_id, name from laurel.games order by game_id");
  }

  private void define(
      long offset,
      String kind,
      String game,
      String achievement,
      String action,
      String from,
      String definition)
      throws SQLException {
    Sql.run(
        owner,
        SampleRow.of("catalog_history")
            .with("log_offset", Long.toString(offset))
            .with("kind", "'" + kind + "'")
            .with("game_id", "'" + game + "'")
            .with("achievement_id", "'" + achievement + "'")
            .with("action_type", "'" + action + "'")
            .with("in_force_from", from)
            .with("definition", "'" + definition.replace('\'', '"') + "'")
            .insert());
  }
}
