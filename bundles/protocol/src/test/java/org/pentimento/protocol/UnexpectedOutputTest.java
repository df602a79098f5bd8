package org.pentimento.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnexpectedOutputTest {
  private static String words(String... lines) {
    UnexpectedOutput output = new UnexpectedOutput();
    List.of(lines).forEach(output::add);
    return output.words();
  }

  @Test
  void aFailureOfNativeCodeIsSaidWithTheFileThatDescribesIt() {
    assertThat(
            words(
                "#",
                "# A fatal error has been detected by the Java Runtime Environment:",
                "# An error report file with more information is saved as:",
                "# /home/a/.local/state/pentimento/log/pentimento-crash-7.log",
                "#"))
        .isEqualTo(
            " Native code failed; the details are in"
                + " /home/a/.local/state/pentimento/log/pentimento-crash-7.log.");
  }

  @Test
  void anythingElseIsQuotedInPart() {
    assertThat(words()).isEmpty();
    assertThat(words("hello", "there")).contains("2 lines", "“hello”");
  }
}
