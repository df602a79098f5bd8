package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * What an examiner writes in a report: what was asked, and what is inferred and held of what was
 * measured. It stands apart from what was measured. Each may be empty.
 *
 * @param question that the examination was to answer
 * @param conclusion what is inferred from what was measured
 * @param qualifications under which conditions and how far the conclusion holds
 * @param opinion what the examiner holds, beyond what can be inferred
 */
public record ExaminerWords(
    String question, String conclusion, String qualifications, String opinion) {
  /** Nothing was written. */
  public static final ExaminerWords NONE = new ExaminerWords("", "", "", "");

  /** Refuses null. */
  public ExaminerWords {
    requireNonNull(question, "question");
    requireNonNull(conclusion, "conclusion");
    requireNonNull(qualifications, "qualifications");
    requireNonNull(opinion, "opinion");
  }
}
