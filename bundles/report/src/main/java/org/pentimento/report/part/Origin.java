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
          + " about what somebody did to data."),
  /** From a model that was made here out of one that was handed in. */
  TREATMENT(
      "treatment",
      "Treatment: the new model was made here. What was found tells how that went, and nothing"
          + " about who made the old model so.");

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
