package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A reviewer approved or returned a report. The judgement is about exactly the files whose hashes
 * are in the {@link ReportWritten} entry that it names.
 *
 * @param report number of the entry of the report
 * @param entry hash of that entry
 * @param reviewer name
 * @param approved whether the reviewer stands by the report; otherwise it is returned
 * @param text what the reviewer has to say; empty if nothing
 */
public record SignOff(long report, String entry, String reviewer, boolean approved, String text)
    implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "report-reviewed";

  /** Refuses null. */
  public SignOff {
    requireNonNull(entry);
    requireNonNull(reviewer);
    requireNonNull(text);
  }

  @Override
  public String action() {
    return ACTION;
  }
}
