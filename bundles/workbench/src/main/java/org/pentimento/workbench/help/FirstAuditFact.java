package org.pentimento.workbench.help;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCase.Read;
import org.pentimento.workbench.sample.SampleCase;

/** What an open case shows of a first audit: no command that was cancelled can pretend it. */
enum FirstAuditFact {
  /** The sample is open. */
  SAMPLE_OPEN,
  /** A run was begun in a case of one's own. */
  AUDIT_BEGUN,
  /** A report was written in a case of one's own. */
  REPORT_WRITTEN,
  /** A report of one's own was approved or returned. */
  REPORT_REVIEWED;

  /** What the cases that are open show. */
  static Set<FirstAuditFact> of(List<OpenCase> open) {
    Set<FirstAuditFact> facts = EnumSet.noneOf(FirstAuditFact.class);
    for (OpenCase one : open) {
      if (one instanceof Read read) {
        facts.addAll(of(read));
      }
    }
    return facts;
  }

  private static Set<FirstAuditFact> of(Read read) {
    Set<FirstAuditFact> facts = EnumSet.noneOf(FirstAuditFact.class);
    if (read.info().caseNumber().equals(SampleCase.NUMBER)) {
      facts.add(SAMPLE_OPEN);
      return facts;
    }
    if (!read.runs().isEmpty()) {
      facts.add(AUDIT_BEGUN);
    }
    if (read.entries().stream().anyMatch(entry -> entry.as(ReportWritten.class).isPresent())) {
      facts.add(REPORT_WRITTEN);
    }
    if (!read.notes().signOffs().isEmpty()) {
      facts.add(REPORT_REVIEWED);
    }
    return facts;
  }
}
