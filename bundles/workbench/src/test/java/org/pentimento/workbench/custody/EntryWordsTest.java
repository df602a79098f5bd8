package org.pentimento.workbench.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

  @Test
  void aTrainingIsToldInWords() {
    JsonNode body =
        CanonicalJson.tree(
            Map.of(
                "checkpoint", "",
                "peakBytes", 346_198_016,
                "seconds", 110.172,
                "training", "fcn/1/s1/poisoned",
                "publicKey", "abc"));
    assertThat(EntryWords.particulars(body))
        .contains("memory 330 MiB", "public key abc", "took 110.172 s")
        .contains("training FCN, poisoned by attack 1, seed 1")
        .doesNotContain("checkpoint");
  }
}
