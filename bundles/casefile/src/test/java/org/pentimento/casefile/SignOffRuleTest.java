package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;

/** Which drafts can be signed off. */
class SignOffRuleTest {
  private static final String SHA = "0".repeat(64);

  private final List<Entry> log = new ArrayList<>();

  private Entry add(CaseEvent event) {
    Entry entry =
        new Entry(log.size() + 1, Instant.EPOCH, "t", event.action(), event.body(), SHA, SHA);
    log.add(entry);
    return entry;
  }

  private Entry draft(String... files) {
    return add(
        new ReportWritten(
            Stream.of(files).collect(Collectors.toMap(f -> f, f -> SHA)),
            new ReportWritten.Content("P", List.of(), List.of(), ExaminerWords.NONE, 0, 0)));
  }

  @Test
  void aDraftThatCanBeReadIsSignedOff() {
    assertThat(SignOffRule.refusal(log, draft("report.pdf", "report.json"))).isEmpty();
  }

  @Test
  void whatNobodyCanReadIsNot() {
    assertThat(SignOffRule.refusal(log, draft("report.json")))
        .contains("no page that a reviewer could read", "report.json alone");
    assertThat(SignOffRule.refusal(log, add(new SignOff(1, SHA, "Jo Roe", true, ""))))
        .contains("no draft");
  }

  @Test
  void aReportOfAnEarlierVersionIsSignedOffAsItWas() {
    assertThat(SignOffRule.refusal(log, add(new ReportWritten(Map.of("report.pdf", SHA)))))
        .isEmpty();
  }

  @Test
  void whatWasReturnedIsWrittenAnew() {
    Entry draft = draft("report.html");
    add(new SignOff(draft.number(), SHA, "Jo Roe", false, "The seed is missing"));
    assertThat(SignOffRule.refusal(log, draft))
        .isEqualTo(
            "The draft of entry 1 was returned by Jo Roe (entry 2): The seed is missing. It stays"
                + " returned.");
    assertThat(SignOffRule.refusal(log, draft("report.html"))).isEmpty();
  }

  @Test
  void whatIsSignedOffIsSignedOffOnceAndReturnedByNamingIt() {
    Entry draft = draft("report.html");
    assertThat(SignOffRule.withdrawn(log, draft)).isEmpty();
    add(new SignOff(draft.number(), SHA, "Jo Roe", true, ""));
    assertThat(SignOffRule.refusal(log, draft))
        .isEqualTo("The report of entry 1 is signed off already, by Jo Roe (entry 2).");
    assertThat(SignOffRule.withdrawn(log, draft))
        .isEqualTo("This withdraws the sign-off by Jo Roe (entry 2).");
    add(
        new ReportWritten(
            Map.of("report.html", SHA),
            new ReportWritten.Content("P", List.of(), List.of(), ExaminerWords.NONE, 1, 2)));
    assertThat(SignOffRule.withdrawn(log, draft))
        .contains("sign-off by Jo Roe (entry 2)", "without the mark of a draft (entry 3)");
    add(new SignOff(draft.number(), SHA, "Jo Roe", false, "No"));
    assertThat(SignOffRule.withdrawn(log, draft)).isEmpty();
  }
}
