package org.pentimento.workbench.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.json.CanonicalJson;

class EntryWordsTest {
  @Test
  void theFilesOfAReportAreParticulars() {
    ReportWritten written =
        new ReportWritten(Map.of("report.html", "a1".repeat(32), "report.pdf", "b2".repeat(32)));
    assertThat(EntryWords.particulars(CanonicalJson.tree(written)))
        .isEqualTo("files report.html a1a1a1a1…, report.pdf b2b2b2b2…");
  }
}
