package org.pentimento.casefile;

import java.util.List;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;

/** Which drafts of reports a reviewer may sign off. */
public final class SignOffRule {
  private SignOffRule() {}

  /**
   * Why a draft cannot be signed off, in a sentence; empty if it can.
   *
   * @param entries of the custody log
   * @param draft entry of the report
   */
  public static String refusal(List<Entry> entries, Entry draft) {
    ReportWritten report = draft.as(ReportWritten.class).orElse(null);
    if (report == null || report.isSignedOff()) {
      return "Entry " + draft.number() + " of the custody log is no draft of a report.";
    }
    if (report.draft().isPresent()
        && report.files().keySet().stream()
            .noneMatch(name -> name.endsWith(".html") || name.endsWith(".pdf"))) {
      return "The draft of entry "
          + draft.number()
          + " has no page that a reviewer could read: it is "
          + String.join(", ", report.files().keySet())
          + " alone.";
    }
    Entry last = null;
    for (Entry entry : entries) {
      if (entry.as(SignOff.class).filter(r -> r.report() == draft.number()).isPresent()) {
        last = entry;
      }
    }
    SignOff review = last == null ? null : last.as(SignOff.class).orElse(null);
    return last == null || review == null || review.approved()
        ? ""
        : "The draft of entry "
            + draft.number()
            + " was returned by "
            + review.reviewer()
            + " (entry "
            + last.number()
            + "): "
            + review.text()
            + (review.text().matches("(?s).*[.!?]") ? "" : ".")
            + " It stays returned.";
  }
}
