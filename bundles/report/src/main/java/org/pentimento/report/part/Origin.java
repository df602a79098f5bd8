package org.pentimento.report.part;

/** Where what was found comes from. */
public enum Origin {
  /** From what somebody handed in. */
  EVIDENCE(
      "evidence",
      "Evidence: found in what was handed in. Nobody announced an attack, and nothing was changed"
          + " here."),
  /** From attacks that were played through here. */
  SIMULATION(
      "simulation",
      "Simulation: the attacks were made here. What was found tells how methods fare, and nothing"
          + " about what somebody did to data.");

  private final String words;
  private final String explanation;

  Origin(String words, String explanation) {
    this.words = words;
    this.explanation = explanation;
  }

  /** One word for a person. */
  public String words() {
    return words;
  }

  /** What follows from it, in sentences. */
  public String explanation() {
    return explanation;
  }
}
