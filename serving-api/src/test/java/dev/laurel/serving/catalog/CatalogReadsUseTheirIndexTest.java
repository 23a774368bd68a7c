package dev.laurel.serving.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.ExplainingDatabase;
import dev.laurel.serving.database.Database;
import dev.laurel.serving.web.PageOfList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogReadsUseTheirIndexTest {

  private final ExplainingDatabase database = new ExplainingDatabase(Database.Planning.EACH);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void pageOfAGamesAchievements() {
    assertThat(new Achievements(database).page("game-7", new PageOfList(10, 30)).orElseThrow())
        .satisfies(part -> assertThat(part.items()).hasSize(10))
        .satisfies(part -> assertThat(part.total()).isEqualTo(40));

    assertReadsOnly(
        "achievement_stats_pkey", "catalog_history_in_force_idx", "game_monthly_stats_pkey");
  }

  @Test
  void oneGame() {
    assertThat(new Games(database).find("game-7").orElseThrow().players()).isEqualTo(250);

    assertReadsOnly("catalog_history_in_force_idx", "game_monthly_stats_pkey");
  }

  private void assertReadsOnly(String... indexes) {
    assertThat(database.plan().steps()).doesNotContain("Seq Scan");
    assertThat(database.plan().indexes()).containsExactly(indexes);
  }
}
