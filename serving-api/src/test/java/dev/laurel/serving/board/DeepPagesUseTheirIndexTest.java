package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.ExplainingDatabase;
import dev.laurel.serving.web.PageOfList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeepPagesUseTheirIndexTest {

  private final ExplainingDatabase database = new ExplainingDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void pageOfAGamesBoard() {
    BoardPage page =
        new DeepPages(database).page(BoardKey.allTime("game-7"), new PageOfList(10, 100));

    assertThat(page.entries()).hasSize(10);
    assertThat(database.plan().indexes()).contains("player_scores_board_idx");
    assertThat(database.plan().steps()).doesNotContain("Bitmap Heap Scan");
  }

  @Test
  void pageOfTheGlobalBoard() {
    new DeepPages(database).page(BoardKey.allTime(BoardKey.ALL_GAMES), new PageOfList(10, 100));

    assertThat(database.plan().indexes()).contains("players_board_idx");
  }
}
