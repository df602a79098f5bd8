package org.pentimento.verdict;

import org.pentimento.casefile.result.FindingKind;

/**
 * Something that a run claims, in one sentence.
 *
 * @param kind whether it is about the suspect material or about what was planted here
 * @param severity how much it matters; nothing that may not alarm is serious or a warning
 * @param comparison id of the comparison that shows it
 * @param where what was compared, in words
 * @param text the sentence
 */
public record RunClaim(
    FindingKind kind, Severity severity, String comparison, String where, String text) {
  /** Refuses an alarm about something that was made here. */
  public RunClaim {
    if (severity.isAlarm() && !kind.mayAlarm()) {
      throw new IllegalArgumentException("a finding of this kind is no alarm: " + kind);
    }
  }

  /** How much a claim matters; the gravest comes first. */
  public enum Severity {
    /** Harm was found in what was handed in, or evidence cannot be read. */
    SERIOUS("Serious"),
    /** Something that keeps a conclusion about the suspect material from being drawn. */
    WARNING("Warning"),
    /** What was asked of a simulation. */
    RESULT("Result"),
    /** Worth knowing. */
    REMARK("Remark");

    private final String title;

    Severity(String title) {
      this.title = title;
    }

    /** For a person. */
    public String title() {
      return title;
    }

    /** Whether it is shown in red or with a warning. */
    public boolean isAlarm() {
      return this == SERIOUS || this == WARNING;
    }

    /** As loud as a finding of a kind may be. */
    public Severity of(FindingKind kind) {
      return isAlarm() && !kind.mayAlarm() ? RESULT : this;
    }
  }
}
