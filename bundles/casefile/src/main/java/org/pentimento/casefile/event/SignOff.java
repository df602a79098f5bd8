package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A reviewer's word on a report; the body of the action {@code report-reviewed}. It holds for
 * exactly the files of that report, whose hashes are in the entry that it names.
 *
 * @param report number of the entry that says that the report was written
 * @param entry hash of that entry
 * @param reviewer name
 * @param approved whether the reviewer stands by the report; otherwise it is returned
 * @param text what the reviewer has to say; empty if nothing
 */
public record SignOff(long report, String entry, String reviewer, boolean approved, String text) {
  /** The action. */
  public static final String ACTION = "report-reviewed";

  /** Refuses what is missing, which a word from elsewhere may be. */
  public SignOff {
    requireNonNull(entry);
    requireNonNull(reviewer);
    requireNonNull(text);
  }
}
