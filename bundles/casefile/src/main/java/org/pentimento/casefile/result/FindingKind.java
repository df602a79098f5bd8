package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a finding is about. Evidence and integrity may alarm; what was made here may not. */
@EnumNaming(KebabCaseStrategy.class)
public enum FindingKind {
  /** Something in the suspect data or in a suspect model. */
  EVIDENCE(
      "evidence",
      true,
      "Evidence: found in what was handed in. Nothing of it was changed or made here."),
  /** The case itself: something cannot be read, was changed, or was not finished. */
  INTEGRITY("integrity", true, "Integrity: about the case itself, and not about data or models."),
  /** What a generator or a method would do under an attack that was planted here. */
  SIMULATION(
      "simulation",
      false,
      "Simulation: the attacks were made here. What was found tells how generators and methods fare"
          + " under them, and nothing about what somebody did to data."),
  /** What became of a model that was made here out of one that was handed in. */
  TREATMENT(
      "treatment",
      false,
      "Treatment: the new model was made here. What was found tells how that went, and nothing"
          + " about who made the old model so.");

  private final String word;
  private final boolean alarming;
  private final String explanation;

  FindingKind(String word, boolean alarming, String explanation) {
    this.word = word;
    this.alarming = alarming;
    this.explanation = explanation;
  }

  /** One word for a person and for the output of commands. */
  public String word() {
    return word;
  }

  /** Whether it may be shown in red or with a warning. */
  public boolean mayAlarm() {
    return alarming;
  }

  /** What follows from it, in sentences. */
  public String explanation() {
    return explanation;
  }
}
