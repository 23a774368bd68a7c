package dev.laurel.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
  private final StringWriter errors = new StringWriter();

  @Test
  void aStackThatIsNotThereIsUndecided(@TempDir Path home) {
    assertThat(run("--home", home.toString())).isEqualTo(2);
    assertThat(errors.toString()).startsWith("undecided: ").contains("no stack has been started");
  }

  @Test
  void aLogThatCannotBeReachedIsUndecided() {
    assertThat(run("--bootstrap-servers", "nowhere", "--jdbc-url", "jdbc:nowhere")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("undecided: ");
  }

  @Test
  void optionsThatMakeNoSenseAreUndecidedToo() {
    assertThat(run("--wait", "PT-1S")).isEqualTo(2);
    assertThat(run("--top-size", "0")).isEqualTo(2);
    assertThat(run("--wait", "soon")).isEqualTo(2);
    assertThat(run("--periods", "daily,yearly")).isEqualTo(2);
    assertThat(errors.toString()).contains("--periods is 'daily,yearly', expected a list");
  }

  private int run(String... arguments) {
    return new CommandLine(new VerifyCommand())
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
