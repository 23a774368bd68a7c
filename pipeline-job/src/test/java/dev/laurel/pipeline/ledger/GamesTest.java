package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which games of a book are read when. */
class GamesTest {
  private static final byte[] SAVED = {7, 8, 9};

  private final List<String> read = new ArrayList<>();
  private final Games games =
      new Games(
          SAVED,
          (gameId, saved, from, length) -> {
            read.add(gameId + " from " + from + ", " + length + " of " + saved.length);
            return new ScopeBook(gameId);
          });

  @Test
  void aGameIsReadWhenItIsAskedForFirst() {
    addClosed("chess", "tag", "go");

    assertThat(games.find("tag")).isNotNull().isSameAs(games.find("tag"));
    assertThat(games.find("none")).isNull();

    assertThat(read).containsExactly("tag from 1, 1 of 3");
    assertThat(games.open()).containsExactly(games.find("tag"));
  }

  @Test
  void whoLooksAtAllOfThemOpensNone() {
    addClosed("chess", "tag", "go");
    ScopeBook go = games.find("go");

    assertThat(games.all()).extracting(ScopeBook::id).containsExactly("chess", "tag", "go");
    assertThat(games.all()).element(2).isSameAs(go);
    assertThat(games.open()).containsExactly(go);
    assertThat(games.ifToBeWritten(0)).isNull();
  }

  @Test
  void theBytesOfAFewGamesGoWhenAllAreOpen() {
    addClosed("chess", "tag");

    assertThat(games.find("chess")).isNotNull();
    assertThat(games.saved()).isSameAs(SAVED);
    assertThat(games.openAll()).extracting(ScopeBook::id).containsExactly("chess", "tag");
    assertThat(games.saved()).isEmpty();
    assertThat(games.ifToBeWritten(1)).as("it is nowhere else").isNotNull();
    assertThat(games.openAll()).hasSize(2);
    assertThat(read).hasSize(2);

    games.savedAs(new byte[9]);
    assertThat(games.saved()).isEmpty();
    assertThat(games.ifToBeWritten(1)).isNotNull();
  }

  @Test
  void ofManyGamesThoseHaveChangedThatWereAskedForSinceTheyWereSaved() {
    addClosed("chess", "tag", "go", "dice");
    games.add(new ScopeBook("cards"));
    assertThat(games.find("tag")).isNotNull();
    assertThat(changed()).containsExactly("tag", "cards");

    byte[] saved = new byte[9];
    games.savedAs(saved);
    assertThat(changed()).isEmpty();
    assertThat(games.find("cards")).isNotNull();
    assertThat(games.openAll()).hasSize(5);
    assertThat(games.all()).hasSize(5);

    assertThat(changed()).containsExactly("cards");
    assertThat(games.saved()).isSameAs(saved);
  }

  private List<String> changed() {
    return IntStream.range(0, games.size())
        .mapToObj(games::ifToBeWritten)
        .filter(Objects::nonNull)
        .map(ScopeBook::id)
        .toList();
  }

  @Test
  void gamesStayInTheOrderInWhichTheyCame() {
    for (int number = 0; number < 40; number++) {
      games.add(new ScopeBook("game-" + number));
    }

    assertThat(games.size()).isEqualTo(40);
    for (int number = 0; number < 40; number++) {
      assertThat(games.id(number)).isEqualTo("game-" + number);
      assertThat(games.find("game-" + number)).isSameAs(games.ifToBeWritten(number));
    }
  }

  @Test
  void nothingIsClosedWhereNothingWasRead() {
    Games begun = new Games();
    begun.addClosed("chess", 0, 1);

    assertThatThrownBy(() -> begun.find("chess"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("chess is closed, but nothing was read");
  }

  private void addClosed(String... ids) {
    for (int at = 0; at < ids.length; at++) {
      games.addClosed(ids[at], at, 1);
    }
  }
}
