package org.pentimento.verdict;

/**
 * Something that a run claims, in one sentence.
 *
 * @param severity how much it matters
 * @param comparison id of the comparison that shows it
 * @param where what was compared, in words
 * @param text the sentence
 */
public record RunClaim(Severity severity, String comparison, String where, String text) {
  /** How much a claim matters; the gravest comes first. */
  public enum Severity {
    /** Harm was shown, or evidence cannot be read. */
    SERIOUS("Serious"),
    /** Something that keeps a conclusion from being drawn, or makes a wrong one likely. */
    WARNING("Warning"),
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
  }
}
