package org.pentimento.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that a person copies into a shell. */
class ShellWordTest {
  @Test
  void plainWordsStayAsTheyAre() {
    assertThat(ShellWord.of(Path.of("/cases/Müller-1.case"))).isEqualTo("/cases/Müller-1.case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "it's", "$(touch x)", "a;b", "", "a\\b", "~x", "*"})
  void aShellGivesBackTheSame(String word) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(word)).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(word);
  }
}
