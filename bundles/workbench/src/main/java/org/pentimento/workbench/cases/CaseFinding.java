package org.pentimento.workbench.cases;

/**
 * Something that a run of a case found. Notes refer to it by run, comparison and text.
 *
 * @param severity how much it matters
 * @param run id of the run
 * @param comparison id of the comparison, empty if it is about the run as a whole
 * @param where what was compared, in words
 * @param text a sentence for a person
 */
public record CaseFinding(
    Severity severity, String run, String comparison, String where, String text) {

  /** How much a finding matters; the gravest comes first. */
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
