package org.pentimento.workbench.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.IndexRebuilt;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.log.Entry;

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

  private static String told(CaseEvent event) {
    return EntryWords.particulars(
        new Entry(9, Instant.EPOCH, "ann", event.action(), event.body(), "", ""));
  }

  @Test
  void aReviewAndATagAreToldInWords() {
    assertThat(told(new SignOff(17, "b4".repeat(32), "B. Second", true, "")))
        .isEqualTo("approved by B. Second: the report of entry 17");
    assertThat(told(new Tagged("mini", List.of("7"), "odd", true, null)))
        .isEqualTo("tag “odd” given to pair 7 of mini");
  }

  @Test
  void anotherKeyAndAnIndexMadeAnewDoNotAlarm() {
    assertThat(told(new KeyChanged("MCow", "MCox"))).startsWith("opened with another login's key");
    assertThat(told(new IndexRebuilt("it was missing")))
        .contains("made anew from this log: it was missing");
  }

  @Test
  void aFirstReportReplacesNothing() {
    assertThat(EntryWords.particulars(CanonicalJson.tree(Map.of("replaces", 0, "signOff", 3))))
        .isEqualTo("signed off in entry 3");
  }
}
