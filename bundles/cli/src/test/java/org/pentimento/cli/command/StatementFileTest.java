package org.pentimento.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.ExaminerWords;

class StatementFileTest {
  @Test
  void readsWhatStandsUnderEachHeading() throws Exception {
    String text = "# Conclusion\n\nIt is poisoned.\n## not a heading\n\n# question\nIs it?\n";
    assertThat(StatementFile.parse("s.md", text))
        .isEqualTo(new ExaminerWords("Is it?", "It is poisoned.\n## not a heading", "", ""));
  }

  @Test
  void namesFileAndLineOfWhatItDoesNotKnow() {
    assertThatThrownBy(() -> StatementFile.parse("s.md", "# Opinion\nx\n# Conclusions\ny"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("s.md, line 3: “# Conclusions” is no heading that is known or new.");
    assertThatThrownBy(() -> StatementFile.parse("s.md", "# Opinion\nx\n# Opinion\ny"))
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> StatementFile.parse("s.md", "\nhello\n"))
        .hasMessageContaining("line 2: “hello” stands under no heading");
  }
}
