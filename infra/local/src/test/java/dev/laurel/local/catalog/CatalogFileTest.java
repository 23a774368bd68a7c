package dev.laurel.local.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogFileTest {

  @TempDir Path folder;

  @Test
  void aDefinitionIsKeyedByItsKindAndIdentifiersAndSentAsItStands() throws IOException {
    Path file =
        write(
            """
            { "kind": "game",  "gameId": "chess", "name": "Chess" }

            {"kind":"achievement","gameId":"chess","achievementId":"first-win","name":"First win","points":100}
            """);

    assertThat(CatalogFile.read(file))
        .containsExactly(
            new Definition(
                "game/chess",
                "{ \"kind\": \"game\",  \"gameId\": \"chess\", \"name\": \"Chess\" }"),
            new Definition(
                "achievement/chess/first-win",
                "{\"kind\":\"achievement\",\"gameId\":\"chess\",\"achievementId\":\"first-win\",\"name\":\"First win\",\"points\":100}"));
  }

  @Test
  void everyFaultIsToldWithItsLineAndNothingIsSent() throws IOException {
    Path file =
        write(
            """
            {"kind":"game","gameId":"chess","name":"Chess"}
            {"kind":"game","gameId":"global","name":""}
            nonsense
            """);

    assertThatThrownBy(() -> CatalogFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2: gameId is 'global', expected")
        .hasMessageContaining("line 2: name is '', expected")
        .hasMessageContaining("line 3: the line is not one JSON object")
        .hasMessageContaining("Nothing was sent");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> CatalogFile.read(folder.resolve("none.jsonl")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.jsonl, which does not exist");
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(folder.resolve("catalog.jsonl"), lines);
  }
}
