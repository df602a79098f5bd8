package org.pentimento.report.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.ExaminerWords;

/**
 * Which version of a report it is.
 *
 * @param words of the examiner
 * @param replaces the report before it, null if there is none; never the draft of which it is the
 *     signed-off version
 * @param approval by which its draft was signed off; null for a draft
 */
public record Edition(
    ExaminerWords words, @Nullable Earlier replaces, @Nullable Approval approval) {
  /** A draft in which nobody wrote anything. */
  public static final Edition DRAFT = new Edition(ExaminerWords.NONE, null, null);

  /**
   * A report that was written before.
   *
   * @param entry number of its entry in the custody log
   * @param time of that entry
   * @param hash of that entry
   * @param returned by which a reviewer returned it; null if none did
   */
  public record Earlier(long entry, Instant time, String hash, @Nullable Returned returned) {}

  /**
   * A reviewer's word that returns a report.
   *
   * @param entry number of the entry of the review
   * @param reviewer name
   * @param text of the review, may be empty
   */
  public record Returned(long entry, String reviewer, String text) {}

  /**
   * A reviewer's word that signs a draft off.
   *
   * @param draft number of the draft's entry
   * @param entry number of the entry of the review
   * @param time of the review
   * @param reviewer name
   * @param ownLogin whether the login that wrote the draft reviewed it too
   * @param text of the review, may be empty
   */
  public record Approval(
      long draft, long entry, Instant time, String reviewer, boolean ownLogin, String text) {}

  /** Whether it was not signed off. */
  public boolean isDraft() {
    return approval == null;
  }
}
