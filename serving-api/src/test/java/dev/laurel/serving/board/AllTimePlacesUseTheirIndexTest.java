package dev.laurel.serving.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.serving.ExplainingDatabase;
import dev.laurel.serving.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked is one statement that reads one stretch of the board's index. */
class AllTimePlacesUseTheirIndexTest {

  private static final Place SOMEWHERE =
      new Place(100, Instant.parse("2026-01-01T00:00:00Z"), "player-7");

  private final ExplainingDatabase database = new ExplainingDatabase(Database.Planning.ONCE);

  @AfterEach
  void close() {
    database.close();
  }

  static Stream<Which> stretches() {
    return Stream.of(
        new Which.Page(10, 100),
        new Which.Page(100, 0),
        new Which.After(SOMEWHERE, 10),
        new Which.Before(SOMEWHERE, 10),
        new Which.Around("player-7", 10));
  }

  @ParameterizedTest
  @MethodSource("stretches")
  void ofAGamesBoard(Which which) {
    assertThat(new AllTimePlaces(database).read(BoardKey.allTime("game-7"), which).total())
        .isPositive();

    assertThat(database.plan().indexes()).contains("player_scores_board_idx");
    assertThat(database.plan().steps()).doesNotContain("Bitmap Heap Scan");
  }

  @ParameterizedTest
  @MethodSource("stretches")
  void ofTheGlobalBoard(Which which) {
    assertThat(
            new AllTimePlaces(database).read(BoardKey.allTime(BoardKey.ALL_GAMES), which).total())
        .isPositive();

    assertThat(database.plan().indexes()).contains("players_board_idx");
    assertThat(database.plan().steps()).doesNotContain("Bitmap Heap Scan");
  }

  @ParameterizedTest
  @MethodSource("stretches")
  void ofARegionsBoard(Which which) {
    BoardKey board = new BoardSeries("game-7", "DE", Period.ALL_TIME).on(LocalDate.EPOCH);
    assertThat(new AllTimePlaces(database).read(board, which)).isNotNull();

    assertThat(database.plan().indexes()).contains("player_scores_region_board_idx");
    assertThat(database.plan().steps()).doesNotContain("Bitmap Heap Scan", "Seq Scan");
  }

  @Test
  void ofAFewPlayersByTheirKey() {
    new AllTimePlaces(database)
        .read(BoardKey.allTime("game-0"), new Which.Of(List.of("player-7", "player-8")));

    assertThat(database.plan().indexes())
        .contains("player_scores_pkey")
        .doesNotContain("player_scores_board_idx");
  }
}
