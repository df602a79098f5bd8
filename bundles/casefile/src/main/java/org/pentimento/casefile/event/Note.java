package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * What a person remarks on something of a case; the body of the action {@code note}. Nothing that
 * was noted is taken back: who sees it otherwise later notes that.
 *
 * @param subject what it is about
 * @param text of the remark; empty if only the bookmark changes
 * @param bookmark whether the subject bears a bookmark from now on
 */
public record Note(Subject subject, String text, boolean bookmark) {
  /** The action. */
  public static final String ACTION = "note";

  /** Refuses what is missing, which a note from elsewhere may be. */
  public Note {
    requireNonNull(subject);
    requireNonNull(text);
  }

  /** What can be remarked on. */
  public enum Kind {
    /** The case as a whole; no id. */
    CASE,
    /** A pair of a data set; the name of the data set, a slash, the id of the pair. */
    PAIR,
    /** A run; its id. */
    RUN,
    /** What a run claims; the id of the run, of the comparison and the sentence, bars between. */
    FINDING,
    /** A report; the number of the entry that says that it was written. */
    REPORT
  }

  /**
   * Something of a case.
   *
   * @param id unique among those of its kind in a case
   */
  public record Subject(Kind kind, String id) {
    /** Refuses what is missing, which a note from elsewhere may be. */
    public Subject {
      requireNonNull(kind);
      requireNonNull(id);
    }
  }
}
