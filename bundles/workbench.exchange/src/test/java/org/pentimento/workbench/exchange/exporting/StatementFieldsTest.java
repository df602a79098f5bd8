package org.pentimento.workbench.exchange.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.ExaminerWords;

class StatementFieldsTest {
  @Test
  void aLineThatLooksLikeAHeadingIsNone() {
    ExaminerWords words = new ExaminerWords("Is it?", "Yes.\n# Opinion\nno", "", "Mine.");
    assertThat(StatementFields.text(words))
        .isEqualTo("# Question\nIs it?\n# Conclusion\nYes.\n # Opinion\nno\n# Opinion\nMine.\n");
  }
}
