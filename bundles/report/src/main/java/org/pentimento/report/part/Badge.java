package org.pentimento.report.part;

import org.pentimento.casefile.result.FindingKind;

/**
 * A few words that say at once what kind of statement a section makes.
 *
 * @param words such as {@code attack measured}
 * @param tone how loud they are
 */
public record Badge(String words, Tone tone) {
  /** As loud as a finding of a kind may be. */
  public Badge of(FindingKind kind) {
    return tone == Tone.ALARM && !kind.mayAlarm() ? new Badge(words, Tone.ANSWER) : this;
  }

  /** How loud something is said. */
  public enum Tone {
    /** It is good to know. */
    QUIET,
    /** It answers what was asked. */
    ANSWER,
    /** It has to be seen first. */
    ALARM
  }
}
