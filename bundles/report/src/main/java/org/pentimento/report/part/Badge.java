package org.pentimento.report.part;

/**
 * A few words that say at once what kind of statement a section makes.
 *
 * @param words such as {@code attack measured}
 * @param tone how loud they are
 */
public record Badge(String words, Tone tone) {
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
