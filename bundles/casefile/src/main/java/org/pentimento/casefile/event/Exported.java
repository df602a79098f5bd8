package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * Something was read from a case to be used outside it.
 *
 * @param kind what it is
 * @param subject which of the case's things were read: a name, or ids with commas between
 * @param to file or folder that it was written to, as the person gave it
 */
public record Exported(Kind kind, String subject, String to) implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "exported";

  /** Refuses null. */
  public Exported {
    requireNonNull(kind);
    requireNonNull(subject);
    requireNonNull(to);
  }

  @Override
  public String action() {
    return ACTION;
  }

  /** What is taken out of cases. */
  public enum Kind {
    /** Tables of runs and inspections. */
    TABLES,
    /** Charts of runs and inspections. */
    CHARTS,
    /** A model. */
    MODEL,
    /** A copy of a data set with a planted attack. */
    POISONED_COPY,
    /** Sketches that a model of the case drew. */
    SKETCHES,
    /** A picture of a pair, or a map over it. */
    PICTURE
  }
}
