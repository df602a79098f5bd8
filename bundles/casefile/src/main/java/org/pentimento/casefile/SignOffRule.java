package org.pentimento.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    Entry last = last(entries, draft);
    SignOff review = last == null ? null : last.as(SignOff.class).orElse(null);
    if (last == null || review == null) {
      return "";
    }
    if (review.approved()) {
      return "The report of entry "
          + draft.number()
          + " is signed off already, by "
          + review.reviewer()
          + " (entry "
          + last.number()
          + ").";
    }
    return "The draft of entry "
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

  /**
   * What it withdraws to return a draft now, in a sentence; empty if the draft is not signed off.
   *
   * @param entries of the custody log
   * @param draft entry of the report
   */
  public static String withdrawn(List<Entry> entries, Entry draft) {
    Entry last = last(entries, draft);
    SignOff review = last == null ? null : last.as(SignOff.class).orElse(null);
    if (last == null || review == null || !review.approved()) {
      return "";
    }
    long signOff = last.number();
    List<String> reports =
        entries.stream()
            .filter(
                entry -> entry.as(ReportWritten.class).filter(r -> isOf(r, signOff)).isPresent())
            .map(entry -> String.valueOf(entry.number()))
            .toList();
    return "This withdraws the sign-off by "
        + review.reviewer()
        + " (entry "
        + signOff
        + ")"
        + (reports.isEmpty()
            ? "."
            : " and with it what was written without the mark of a draft (entry "
                + String.join(", entry ", reports)
                + "); tell whoever has it.");
  }

  private static boolean isOf(ReportWritten report, long signOff) {
    ReportWritten.Content content = report.content();
    return content != null && content.signOff() == signOff;
  }

  private static @Nullable Entry last(List<Entry> entries, Entry draft) {
    Entry last = null;
    for (Entry entry : entries) {
      if (entry.as(SignOff.class).filter(r -> r.report() == draft.number()).isPresent()) {
        last = entry;
      }
    }
    return last;
  }
}
