package dev.laurel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a person gets to read for a command that cannot be carried out. */
final class CommandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "up --port-offset -3|--port-offset is -3, expected 0 to 36000",
        "up --port-offset many|'many' is not an int",
        "up --parallelism 5|--parallelism is 5, expected 1 to 4",
        "up --frsh|Unknown option: '--frsh'",
        "laurel token --player a/b --role player|--player is 'a/b', expected",
        "laurel token --player a --role king|--role is 'king', expected one of player, game-server, admin",
        "laurel token --player a --role admin --expires PT0S|--expires is PT0S, expected",
        "laurel replay --rate 0 x.jsonl|--rate is 0, expected at least 1",
        "laurel replay --bootstrap-servers h:1 missing.jsonl|FILE is missing.jsonl, which does not exist",
        "laurel dead-letters replay --home x|which ones?",
        "laurel dead-letters replay --all player-events/1/1|exclude each other",
        "laurel dead-letters replay nowhere|'nowhere' is no position, expected topic/partition/offset",
        "laurel dead-letters list --since yesterday|--since is 'yesterday', expected",
        "laurel dead-letters list --reason ODD|ODD",
        "laurel backfil|Unmatched argument",
        "laurel backfill --home no/such/home|no stack has been started",
        "laurel backfill --parallelism 0|--parallelism is 0, expected at least 1",
        "laurel backfill --job-option nothing|--job-option is 'nothing', expected NAME=VALUE",
        "laurel savepoint --home no/such/home|no stack has been started"
      })
  void itIsRefusedWithASentence(String line, String sentence) {
    StringWriter err = new StringWriter();
    CommandLine commands = Launcher.commandLine().setErr(new PrintWriter(err));

    int code = commands.execute(line.split(" ", -1));

    assertThat(code).isNotZero();
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void aFolderWithOtherFilesIsNeverMadeAHome(@TempDir Path folder) throws Exception {
    Path thesis = Files.createFile(folder.resolve("thesis.txt"));
    StringWriter err = new StringWriter();
    CommandLine commands = Launcher.commandLine().setErr(new PrintWriter(err));

    int code = commands.execute("up", "--fresh", "--home", folder.toString());

    assertThat(code).isOne();
    assertThat(err.toString()).contains("holds other files");
    assertThat(thesis).exists();
  }
}
